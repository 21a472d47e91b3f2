import type { BotGroup } from "../bot.ts";
import type { Group } from "../groups.ts";
import type { Person } from "../people.ts";
import type { ShownItem, ZaloItem } from "../phones.ts";
import type { Sim } from "../sim.ts";
import { chatText } from "../text/chat-vi.ts";

export type ChatItem = ShownItem & ZaloItem;

/** One conversation on a person's phone. */
export type Conversation = {
  /** Names it on the page: `oa`, `bot`, `notices` or `group-<id>`. */
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly items: readonly ChatItem[];
} & (
  | { readonly kind: "oa" | "bot" | "notices" }
  | { readonly kind: "group"; readonly group: Group; readonly isMember: boolean }
  | { readonly kind: "bot-group"; readonly group: BotGroup }
);

/** The Official Account, then every group the person is or was in, then the Bot and what else has written. */
export function conversationsOf(sim: Sim, person: Person): readonly Conversation[] {
  const items = sim.phones.items(person.id).filter((item): item is ChatItem => item.app === "zalo");
  const of = (key: string) => items.filter((item) => conversationKey(item) === key);
  const note = person.blocked ? chatText.accountBlocked : chatText.account;
  const notices = of("notices");
  return [
    { kind: "oa", key: "oa", title: sim.oa.name, note, items: of("oa") },
    ...groupsOf(sim, person, of),
    ...botGroupsOf(sim, person, of),
    { kind: "bot", key: "bot", title: sim.bot.name, note: chatText.bot, items: of("bot") },
    ...(notices.length === 0 ? [] : [{ ...miniApp, items: notices }]),
  ];
}

const miniApp = {
  kind: "notices",
  key: "notices",
  title: chatText.noticesTitle,
  note: chatText.notices,
} as const;

/** Which conversation an item belongs to. */
export function conversationKey(item: ZaloItem): string {
  return item.chat === "group" ? `group-${item.groupId}` : item.chat;
}

function groupsOf(
  sim: Sim,
  person: Person,
  itemsOf: (key: string) => readonly ChatItem[],
): readonly Conversation[] {
  return sim.groups.all().flatMap((group) => {
    const key = `group-${group.id}`;
    const items = itemsOf(key);
    const isMember = group.members.includes(person.id);
    if (!isMember && items.length === 0) return [];
    const note = chatText.members(group.members.length);
    return [{ kind: "group", key, title: group.name, note, items, group, isMember } as const];
  });
}

/** Ordinary groups of people into which somebody has put the Bot. */
function botGroupsOf(
  sim: Sim,
  person: Person,
  itemsOf: (key: string) => readonly ChatItem[],
): readonly Conversation[] {
  const own = sim.bot.groups().filter(({ members }) => members.includes(person.id));
  return own.map((group) => {
    const key = `group-${group.chatId}`;
    const note = chatText.botGroup(group.members.length);
    return { kind: "bot-group", key, title: group.name, note, items: itemsOf(key), group } as const;
  });
}
