import type { BulletinId } from "@truong-an/shared/ids";
import type { Instant } from "@truong-an/shared/time";
import type { World } from "../world.ts";
import { ZaloRefused } from "../zalo/errors.ts";
import type { GroupMessage, Page } from "../zalo/groups.ts";
import type { StoredGroup } from "./find.ts";

/** A bulletin as it goes into a group. */
export type Content = {
  readonly bulletinId: BulletinId;
  readonly text: string;
  readonly attachmentId: string | undefined; // the cover, as the Official Account's groups show it
};

/** How a kind of group is written to and read. Both throw as every call to Zalo does. */
export type Way = {
  readonly post: (chat: string, content: Content) => Promise<string | undefined>;
  /** Whether the bulletin stands there already. `cannot-look`: what we may read does not tell. */
  readonly look: (chat: string, sought: Sought) => Promise<"there" | "absent" | "cannot-look">;
};

export type Sought = {
  readonly bulletinId: BulletinId;
  readonly triedAt: Instant | null; // when it was last sent; null: nobody knows
};

/** The way to a group of this kind. Refuses when it is not configured. */
export function wayTo(world: World, { kind }: Pick<StoredGroup, "kind">): Way {
  return kind === "bot" ? botWay(world) : groupWay(world);
}

const pageSize = 10;
const mostPages = 10;
const clockMs = 60_000; // so far may Zalo's clock and ours be apart

/** The groups that the Official Account runs. */
function groupWay({ zalo }: World): Way {
  if (zalo === undefined) throw new ZaloRefused(notConfigured);
  const { groups } = zalo;
  return {
    post: async (groupId, { text, attachmentId }) => {
      const picture = attachmentId === undefined ? {} : { imageAttachmentId: attachmentId };
      const { messageId } = await groups.post({ groupId, text, ...picture });
      return messageId;
    },
    look: (groupId, sought) => lookBack((page) => groups.conversation(groupId, page), sought),
  };
}

/** Somebody's own group with our Bot in it: the Bot hears nothing there but its own name. */
function botWay({ bot }: World): Way {
  if (bot === undefined) throw new ZaloRefused(notConfigured);
  return {
    post: async (chatId, { text }) => (await bot.sendMessage({ chatId, text })).messageId,
    look: async () => "cannot-look",
  };
}

/**
 * Reads backwards until the post is found. It is absent only when everything since it was sent has
 * been seen and could be read: sent again on less than that, it would stand there twice.
 */
async function lookBack(
  read: (page: Page) => Promise<readonly GroupMessage[]>,
  { bulletinId, triedAt }: Sought,
): Promise<"there" | "absent" | "cannot-look"> {
  const since = triedAt === null ? 0 : triedAt - clockMs;
  const isOlder = ({ at }: GroupMessage) => at !== undefined && at < since;
  let isAllClear = true;
  for (let page = 0; page < mostPages; page += 1) {
    const said = await read({ offset: page * pageSize, count: pageSize });
    if (said.some((one) => one.from === "us" && one.text.includes(bulletinId))) return "there";
    isAllClear &&= !said.some((one) => one.from === "unclear" && !isOlder(one));
    if (said.length === 0 || said.some(isOlder)) return isAllClear ? "absent" : "cannot-look";
  }
  return "cannot-look";
}

const notConfigured = -209; // as Zalo says it: this app may not use the API
