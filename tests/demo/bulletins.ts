import pg from "pg";
import { type BulletinScene, setBulletin } from "../support/bulletin-rows.ts";
import { bulletinTexts } from "./text/bulletins-vi.ts";

type DemoBulletin = Pick<BulletinScene, "topic" | "desk" | "place" | "status"> & {
  readonly text: keyof typeof bulletinTexts;
  readonly daysAgo: number;
};

/** Something worth reading for the pilot school from the first day, and one that waits for an approval. */
export const demoBulletins: readonly DemoBulletin[] = [
  { text: "vaping", topic: "drugs", desk: "department", place: "province", daysAgo: 24 },
  { text: "bullying", topic: "violence", desk: "department", place: "province", daysAgo: 17 },
  {
    text: "drowning",
    topic: "life_skills",
    desk: "commune-nam-ban",
    place: "commune",
    daysAgo: 11,
  },
  { text: "scams", topic: "online_safety", desk: "police-nam-ban", place: "commune", daysAgo: 7 },
  { text: "helmet", topic: "traffic", desk: "police-nam-ban", place: "commune", daysAgo: 3 },
  { text: "letterBox", topic: "notices", desk: "cill-cus", place: "school", daysAgo: 1 },
  {
    text: "fire",
    topic: "fire",
    desk: "police-nam-ban",
    place: "commune",
    status: "submitted",
    daysAgo: 0,
  },
];

const dayMs = 24 * 60 * 60 * 1000;

/** Puts them into a directory that has none yet. */
export async function seedBulletins(databaseUrl: string): Promise<void> {
  const database = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const known = await database.query("select 1 from bulletins limit 1");
    if (known.rowCount !== 0) return;
    for (const { text, daysAgo, ...scene } of demoBulletins) {
      const publishedAt = Date.now() - daysAgo * dayMs;
      await setBulletin(database, { ...scene, ...bulletinTexts[text], publishedAt });
    }
  } finally {
    await database.end();
  }
}
