import { Impossible } from "./impossible.ts";
import { chatLine } from "./phones.ts";
import type { Sim } from "./sim.ts";

/** What people do with the Bot. */
export type BotActs = {
  readonly sayToBot: (personId: string, text: string) => string;
  readonly sendImageToBot: (personId: string, url: string) => string;
  /** Writes in an ordinary group; the Bot hears only what mentions it. */
  readonly sayInBotGroup: (personId: string, chatId: string, text: string) => string;
};

export function createBotActs(sim: () => Sim): BotActs {
  return {
    sayToBot: (id, text) => toBot(sim(), id, { event: "message.text.received", text }),
    sendImageToBot: (id, url) =>
      toBot(sim(), id, { event: "message.image.received", text: "", photo: url }),
    sayInBotGroup: (id, chatId, text) => inGroup(sim(), id, chatId, text),
  };
}

type Written = { readonly event: string; readonly text: string; readonly photo?: string };

function toBot(sim: Sim, personId: string, written: Written): string {
  const person = sim.people.change(personId, { usesBot: true });
  const messageId = sim.chance.hex(20);
  const { text, photo } = written;
  const attachment = photo === undefined ? undefined : ({ kind: "image", url: photo } as const);
  const line = { chat: "bot", from: "me", senderId: personId, messageId, text } as const;
  sim.phones.show(personId, sim.clock.now(), chatLine({ ...line, attachment }));
  const chat = { id: person.botChatId, chat_type: "PRIVATE" };
  tellBot(sim, personId, { messageId, chat, written });
  return messageId;
}

function inGroup(sim: Sim, personId: string, chatId: string, text: string): string {
  const group = sim.bot.groups().find((one) => one.chatId === chatId);
  if (!group?.members.includes(personId)) throw new Impossible("not a member of this group");
  const messageId = sim.chance.hex(20);
  for (const member of group.members) {
    const from = member === personId ? "me" : "member";
    const line = { chat: "group", groupId: chatId, from, senderId: personId } as const;
    sim.phones.show(member, sim.clock.now(), chatLine({ ...line, messageId, text }));
  }
  if (text.includes(`@${sim.bot.name}`)) {
    const written = { event: "message.text.received", text };
    tellBot(sim, personId, { messageId, chat: { id: chatId, chat_type: "GROUP" }, written });
  }
  return messageId;
}

type Told = {
  readonly messageId: string;
  readonly chat: { readonly id: string; readonly chat_type: string };
  readonly written: Written;
};

function tellBot(sim: Sim, personId: string, { messageId, chat, written }: Told): void {
  const person = sim.people.find(personId);
  const { event, text, photo } = written;
  const from = { id: person?.botChatId, display_name: person?.name, is_bot: false };
  const said = { ...(text === "" ? {} : { text }), ...(photo === undefined ? {} : { photo }) };
  const message = { from, chat, ...said, message_id: messageId, date: sim.clock.now() };
  const body = { ok: true, result: { event_name: event, message } };
  const update = { door: "bot", name: event, body, isZns: false } as const;
  if (sim.bot.webhook() === undefined) sim.bot.keepUpdate(update);
  sim.events.emit(update);
}
