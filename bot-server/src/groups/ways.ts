import type { BulletinId } from "@truong-an/shared/ids";
import type { World } from "../world.ts";
import { ZaloRefused } from "../zalo/errors.ts";
import type { StoredGroup } from "./list.ts";

/** A bulletin as it goes into a group. */
export type Content = {
  readonly bulletinId: BulletinId;
  readonly text: string;
  readonly attachmentId: string | undefined; // the cover, as the Official Account's groups show it
};

/** How a kind of group is written to and read. Both throw as every call to Zalo does. */
export type Way = {
  readonly post: (chat: string, content: Content) => Promise<string | undefined>;
  /** Whether the bulletin stands there already. `cannot-look`: nobody may read such a group. */
  readonly look: (
    chat: string,
    bulletinId: BulletinId,
  ) => Promise<"there" | "absent" | "cannot-look">;
};

/** The way to a group of this kind. Refuses when it is not configured. */
export function wayTo(world: World, { kind }: Pick<StoredGroup, "kind">): Way {
  return kind === "bot" ? botWay(world) : groupWay(world);
}

const pageSize = 10;
const mostPages = 5;

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
    look: async (groupId, bulletinId) => {
      for (let page = 0; page < mostPages; page += 1) {
        const said = await groups.conversation(groupId, {
          offset: page * pageSize,
          count: pageSize,
        });
        if (said.some(({ text }) => text.includes(bulletinId))) return "there";
      }
      return "absent";
    },
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

const notConfigured = -209; // as Zalo says it: this app may not use the API
