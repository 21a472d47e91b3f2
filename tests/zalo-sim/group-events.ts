import type { Group } from "./groups.ts";
import type { Content } from "./message-body.ts";
import { attachmentsOf, emitOaEvent, textOf } from "./oa-events.ts";
import type { Sim } from "./sim.ts";

/** Something in the life of a group: made, joined, left, changed, dissolved. */
export function emitGroupEvent(
  sim: Sim,
  name: string,
  group: Group,
  personIds: readonly string[],
): void {
  const users = personIds.map((id) => ({ id }));
  emitOaEvent(sim, name, { oa_id: sim.oa.id, group_id: group.id, users });
}

/** A message in a group, by a member or (the echo) by the Official Account itself. */
export function emitGroupMessage(
  sim: Sim,
  group: Group,
  { senderId, messageId, content }: Said,
): void {
  const isEcho = senderId === sim.oa.id;
  emitOaEvent(sim, `${isEcho ? "oa" : "user"}_send_group_${content.kind}`, {
    oa_id: sim.oa.id,
    sender: { id: senderId },
    recipient: { id: group.id },
    message: { msg_id: messageId, ...textOf(content.text), ...attachmentsOf(content) },
  });
}

export type Said = {
  readonly senderId: string;
  readonly messageId: string;
  readonly content: Content;
};
