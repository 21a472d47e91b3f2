import type { Content } from "./message-body.ts";
import type { Person } from "./people.ts";
import type { Sim } from "./sim.ts";

/** Tells the Official Account's webhook that something happened. Ids and times are strings there. */
export function emitOaEvent(
  sim: Sim,
  name: string,
  fields: Readonly<Record<string, unknown>>,
  { isZns = false } = {},
): void {
  const body = {
    app_id: sim.app.id,
    ...fields,
    event_name: name,
    timestamp: String(sim.clock.now()),
  };
  sim.events.emit({ door: "oa", name, body: sim.chance.withUnknownFields(body), isZns });
}

/** Every message of the Official Account comes back as an event; `adminId` when a human wrote it. */
export function emitEcho(
  sim: Sim,
  person: Person,
  messageId: string,
  content: Content,
  adminId?: string,
): void {
  emitOaEvent(sim, `oa_send_${content.kind}`, {
    sender: { id: sim.oa.id, ...(adminId === undefined ? {} : { admin_id: adminId }) },
    recipient: { id: person.id },
    user_id_by_app: person.appUserId,
    message: { msg_id: messageId, ...textOf(content.text), ...attachmentsOf(content) },
  });
}

export function textOf(text: string): { readonly text?: string } {
  return text === "" ? {} : { text };
}

/** Attachments as events carry them. */
export function attachmentsOf({ kind, attachment }: Pick<Content, "kind" | "attachment">) {
  if (attachment === undefined || !("url" in attachment)) return {};
  const { url } = attachment;
  return { attachments: [{ type: kind, payload: { thumbnail: url, url } }] };
}
