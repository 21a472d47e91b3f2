import type { ReporterThread } from "@truong-an/shared/api/reporter";
import { text } from "../text/vi.ts";

const parts = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Ho_Chi_Minh",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** When the report arrived: once it is closed only the day is known. */
export function receivedWords(thread: Pick<ReporterThread, "receivedAt" | "status">): string {
  const moment = inVietnam(thread.receivedAt);
  return thread.status === "closed" ? text.moments.day(moment) : text.moments.minute(moment);
}

export function sentWords(sentAt: number): string {
  return text.moments.minute(inVietnam(sentAt));
}

/** The figures of a moment in Viet Nam; words come from the text, as browsers disagree on them. */
export function inVietnam(at: number) {
  const figures = new Map(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  const figure = (type: Intl.DateTimeFormatPartTypes) => figures.get(type) ?? "";
  return {
    day: figure("day"),
    month: figure("month"),
    year: figure("year"),
    time: `${figure("hour")}:${figure("minute")}`,
  };
}
