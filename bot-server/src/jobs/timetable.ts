import { type ParsedCronItem, parseCronItems } from "graphile-worker";
import type { JobName } from "./payloads.ts";

type Regular = { readonly task: JobName; readonly match: string };

const hoursToCatchUp = 12; // no worker ran at that minute: the next one that starts does it

/** What runs by the clock, each once however many replicas there are. Minutes and hours are in UTC. */
const regular: readonly Regular[] = [
  { task: "sweep-chat", match: "*/10 * * * *" },
  { task: "resume-notices", match: "*/10 * * * *" },
  { task: "sweep-notices", match: "20 * * * *" },
  { task: "sync-groups", match: "10 19 * * *" }, // 2:10 in Viet Nam: when nobody else needs Zalo's calls
  { task: "watch-assets", match: "30 0 * * *" },
  { task: "watch-rosters", match: "0 0 * * *" }, // 7:00 in Viet Nam: before the day, not at night
];

export const timetable: ParsedCronItem[] = parseCronItems(
  regular.map((each) => ({
    ...each,
    options: { backfillPeriod: hoursToCatchUp * 60 * 60_000 },
  })),
);
