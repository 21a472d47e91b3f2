import { emitOaEvent } from "./oa-events.ts";
import type { Person } from "./people.ts";
import { chatLine, type PhoneButton } from "./phones.ts";
import type { Sim } from "./sim.ts";
import { filled, type Template } from "./zns-templates.ts";

export type TemplateDelivery = {
  readonly values: Readonly<Record<string, unknown>>;
  /** As the receipt names the receiver: a phone number, or a Zalo id. */
  readonly to: string;
  readonly trackingId?: string | undefined;
};

/** Puts a template message on a phone; the phone's receipt goes to the webhook, marked as from ZNS. */
export function deliverTemplate(
  sim: Sim,
  person: Person,
  template: Template,
  { values, to, trackingId }: TemplateDelivery,
): string {
  const messageId = sim.chance.hex(20);
  const at = sim.clock.now();
  const text = filled(template, values);
  const line = { chat: "oa", from: "oa", messageId, text, isZns: true } as const;
  sim.phones.show(person.id, at, chatLine({ ...line, buttons: buttonsOf(template) }));
  sim.znsSent.set(messageId, at);
  const message = {
    msg_id: messageId,
    delivery_time: String(at),
    ...(trackingId === undefined ? {} : { tracking_id: trackingId }),
  };
  const fields = { sender: { id: sim.oa.id }, recipient: { id: to }, message };
  emitOaEvent(sim, "user_received_message", fields, { isZns: true });
  return messageId;
}

function buttonsOf({ button }: Template): readonly PhoneButton[] {
  const silent = { says: undefined, saysQuietly: false, dials: undefined };
  return button === undefined ? [] : [{ ...button, ...silent }];
}
