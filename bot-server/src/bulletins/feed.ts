import type { Feed, FeedQuery } from "@truong-an/shared/api/bulletins";
import { BulletinId } from "@truong-an/shared/ids";
import { instant } from "@truong-an/shared/time";
import type { z } from "zod";
import type { World } from "../world.ts";
import { type Behind, latestBulletins } from "./find.ts";
import { mayNotify } from "./notice-consent.ts";

const onePage = 10;

/** One page of what is published for a school, and where the next one begins. */
export async function readFeed(
  world: World,
  { school, topic, before }: z.infer<typeof FeedQuery>,
): Promise<Feed> {
  const cards = await latestBulletins(world.db, {
    schoolId: school ?? null,
    topic,
    most: onePage + 1,
    behind: before === undefined ? undefined : behindOf(before),
  });
  const bulletins = cards.slice(0, onePage);
  const last = cards.length > onePage ? bulletins.at(-1) : undefined;
  const next = last === undefined ? null : `${last.publishedAt}_${last.id}`;
  return { bulletins, next, notices: mayNotify(world) };
}

/** A place between two cards, as a page named it. Its form has been checked. */
function behindOf(before: string): Behind {
  const [at = "", id = ""] = before.split("_");
  return { publishedAt: instant(Number(at)), id: BulletinId.parse(id) };
}
