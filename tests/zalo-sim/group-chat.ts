import { emitGroupMessage, type Said } from "./group-events.ts";
import type { Group } from "./groups.ts";
import { chatLine, type ZaloItem } from "./phones.ts";
import type { Sim } from "./sim.ts";
import { simText } from "./text/sim-vi.ts";

/** Puts a message into a group: on every member's phone, into its history, and to the webhook. */
export function sayInGroup(sim: Sim, group: Group, said: Said): void {
  const { senderId, messageId, content } = said;
  const at = sim.clock.now();
  const isFromOa = senderId === sim.oa.id;
  const text = withNames(sim, group, content.text);
  const { attachment } = content;
  for (const personId of group.members) {
    const from = isFromOa ? "oa" : senderOn(personId, senderId);
    const line = { chat: "group", groupId: group.id, from, senderId, messageId, text } as const;
    sim.phones.show(personId, at, chatLine({ ...line, attachment }));
  }
  sim.chats.keep({
    messageId,
    chatId: group.id,
    senderId,
    isFromOa,
    kind: content.kind,
    text: content.text,
    at,
  });
  emitGroupMessage(sim, group, said);
}

function senderOn(personId: string, senderId: string): ZaloItem["from"] {
  return personId === senderId ? "me" : "member";
}

/** `[@<id>]` calls somebody by name; `[@<group id>]` calls everyone. */
function withNames(sim: Sim, group: Group, text: string): string {
  return text.replace(/\[@([\w-]+)\]/g, (mention, id: string) => {
    if (id === group.id) return `@${simText.everyone}`;
    const person = sim.people.find(id);
    return person === undefined ? mention : `@${person.name}`;
  });
}
