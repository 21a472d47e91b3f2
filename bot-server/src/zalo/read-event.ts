import { z } from "zod";
import type { AttachmentKind, GroupLife, UnknownEvent, ZaloEvent } from "./event.ts";
import { keyOf } from "./event-key.ts";
import { Count, Id, optional } from "./wire.ts";

/**
 * What an event of the Official Account, its groups or the Mini App says, once its signature has
 * been checked. Never throws: what we do not know, or cannot read, is `unknown` with the name it
 * gave itself.
 */
export function readEvent(raw: unknown): ZaloEvent | UnknownEvent {
  const head = Head.safeParse(raw);
  if (!head.success) return { kind: "unknown", name: "unreadable" };
  const name = head.data.event_name ?? head.data.event ?? "";
  const kind = kindOf(name);
  const read = kind === undefined ? undefined : readers[kind](raw, headOf(name, head.data));
  return read ?? { kind: "unknown", name: loggable(name) };
}

type HeadOf = { readonly name: string; readonly at: number };
type Reader = (raw: unknown, head: HeadOf) => ZaloEvent | undefined;

const Head = z.looseObject({
  event_name: optional(z.string()),
  event: optional(z.string()), // as the Mini App's events say it
  timestamp: Count,
});

const person = z.looseObject({ id: Id });
const sender = z.looseObject({ id: Id, admin_id: optional(Id) });
const attachments = optional(z.array(z.looseObject({ type: z.string().catch("other") })));
const WithUser = z
  .union([
    z.looseObject({ follower: person }).transform(({ follower }) => follower.id),
    z.looseObject({ user_id: Id }).transform(({ user_id }) => user_id),
    z.looseObject({ sender: person }).transform(({ sender: { id } }) => id),
  ])
  .transform((userId) => ({ userId }));
const Message = z.looseObject({
  sender,
  message: z.looseObject({
    msg_id: Id,
    text: optional(z.string()),
    attachments,
    conversation_id: optional(Id),
  }),
});
const Addressed = Message.extend({ recipient: person });
const Received = z.looseObject({
  message: z.looseObject({ msg_id: Id, tracking_id: optional(Id) }),
});
const Seen = z.looseObject({ message: z.looseObject({ msg_ids: z.array(Id) }) });
const GroupEvent = z.looseObject({
  group_id: Id,
  users: optional(z.array(person)),
});
const Revoked = z.looseObject({ userId: Id });
const Template = z.looseObject({ template_id: optional(Id), templateId: optional(Id) });
type Kind = ZaloEvent["kind"];

/** Names that Zalo's sources spell in several ways stand in every spelling. */
const kinds: Readonly<Record<string, Kind>> = {
  follow: "follow",
  unfollow: "unfollow",
  user_click_chatnow: "chat-opened",
  user_submit_info: "contact-shared",
  user_seen_message: "seen",
  user_received_message: "received",
  user_reacted_message: "reacted",
  user_withdraw: "withdrawn",
  "user.revoke.consent": "consent-revoked",
  create_group: "group-created",
  user_join_group: "group-joined",
  user_request_join_group: "group-join-asked",
  accept_request_join_group: "group-join-accepted",
  react_request_join_group_accept: "group-join-accepted",
  reject_request_join_group: "group-join-rejected",
  react_request_join_group_reject: "group-join-rejected",
  user_out_group: "group-left",
  user_leave_group: "group-left",
  add_group_admin: "group-admin-added",
  remove_group_admin: "group-admin-removed",
  update_group_info: "group-changed",
  delete_group: "group-deleted",
  change_template_status: "template-changed",
  change_template_quota: "template-changed",
  change_oa_daily_quota: "quota-changed",
};

function kindOf(name: string): Kind | undefined {
  if (Object.hasOwn(kinds, name)) return kinds[name];
  if (name.startsWith("user_send_group_")) return "group-message";
  if (name.startsWith("oa_send_group_")) return "oa-group-message";
  if (name.startsWith("user_send_")) return "user-message";
  if (name.startsWith("oa_send_anonymous_")) return undefined; // an echo towards nobody we know
  if (name.startsWith("oa_send_")) return "oa-message";
  if (name.startsWith("anonymous_send_")) return "anonymous-message";
  return undefined;
}

const readers: Record<Kind, Reader> = {
  "user-message": (raw, head) =>
    from(Message, raw, ({ sender: { id }, message }) => ({
      kind: "user-message",
      ...ofMessage(head, message.msg_id),
      userId: id,
      text: message.text,
      attachments: attachmentsOf(head.name, message.attachments),
    })),
  "oa-message": (raw, head) =>
    from(Addressed, raw, ({ sender: { admin_id: adminId }, recipient: { id }, message }) => ({
      kind: "oa-message",
      ...ofMessage(head, message.msg_id),
      userId: id,
      adminId,
    })),
  "group-message": (raw, head) =>
    from(Addressed, raw, ({ sender: { id: userId }, recipient: { id }, message }) => ({
      kind: "group-message",
      ...ofMessage(head, message.msg_id),
      groupId: id,
      userId,
    })),
  "oa-group-message": (raw, head) =>
    from(Addressed, raw, ({ sender: { admin_id: adminId }, recipient: { id }, message }) => ({
      kind: "oa-group-message",
      ...ofMessage(head, message.msg_id),
      groupId: id,
      adminId,
    })),
  "anonymous-message": (raw, head) =>
    from(Message, raw, ({ message }) => ({
      kind: "anonymous-message",
      ...ofMessage(head, message.msg_id),
      conversationId: message.conversation_id,
    })),
  received: (raw, head) =>
    from(Received, raw, ({ message }) => ({
      kind: "received",
      ...ofMessage(head, message.msg_id),
      trackingId: message.tracking_id,
    })),
  reacted: (raw, head) =>
    from(Message, raw, ({ sender: { id }, message }) => ({
      kind: "reacted",
      ...ofMoment(head, `${message.msg_id}:${id}`), // reacts to one message, perhaps again and again
      msgId: message.msg_id,
      userId: id,
    })),
  seen: (raw, head) =>
    from(Seen, raw, ({ message: { msg_ids: msgIds } }) => ({
      kind: "seen",
      ...ofMoment(head, msgIds.join(",")),
      msgIds,
    })),
  follow: ofPerson("follow"),
  unfollow: ofPerson("unfollow"),
  "chat-opened": ofPerson("chat-opened"),
  "contact-shared": ofPerson("contact-shared"),
  withdrawn: ofPerson("withdrawn"),
  "consent-revoked": (raw, head) =>
    from(Revoked, raw, ({ userId }) => ({
      kind: "consent-revoked",
      ...ofMoment(head, userId),
      appUserId: userId,
    })),
  "group-created": ofGroup("group-created"),
  "group-joined": ofGroup("group-joined"),
  "group-join-asked": ofGroup("group-join-asked"),
  "group-join-accepted": ofGroup("group-join-accepted"),
  "group-join-rejected": ofGroup("group-join-rejected"),
  "group-left": ofGroup("group-left"),
  "group-admin-added": ofGroup("group-admin-added"),
  "group-admin-removed": ofGroup("group-admin-removed"),
  "group-changed": ofGroup("group-changed"),
  "group-deleted": ofGroup("group-deleted"),
  "template-changed": (raw, head) =>
    from(Template, raw, ({ template_id, templateId }) => ({
      kind: "template-changed",
      ...ofMoment(head, template_id ?? templateId ?? ""),
      templateId: template_id ?? templateId,
    })),
  "quota-changed": (_raw, head) => ({ kind: "quota-changed", ...ofMoment(head, "") }),
};

function ofPerson(
  kind: "follow" | "unfollow" | "chat-opened" | "contact-shared" | "withdrawn",
): Reader {
  return (raw, head) =>
    from(WithUser, raw, ({ userId }) => ({ kind, ...ofMoment(head, userId), userId }));
}

function ofGroup(kind: GroupLife): Reader {
  return (raw, head) =>
    from(GroupEvent, raw, ({ group_id: groupId, users = [] }) => {
      const userIds = users.map(({ id }) => id);
      return { kind, ...ofMoment(head, `${groupId}:${userIds.join(",")}`), groupId, userIds };
    });
}

function from<Schema extends z.ZodType, Read>(
  schema: Schema,
  raw: unknown,
  read: (fields: z.output<Schema>) => Read | undefined,
): Read | undefined {
  const fields = schema.safeParse(raw);
  return fields.success ? read(fields.data) : undefined;
}

function headOf(name: string, { timestamp }: z.output<typeof Head>): HeadOf {
  return { name, at: timestamp };
}

/** A message is one thing however often it is told. */
function ofMessage({ name, at }: HeadOf, msgId: string) {
  return { key: keyOf(name, msgId), at, msgId };
}

/** What has no id of its own is one thing by its name, its moment and whom it is about. */
function ofMoment({ name, at }: HeadOf, subject: string) {
  return { key: keyOf(name, `${at}:${subject}`), at };
}

const attachmentKinds: Readonly<Record<string, AttachmentKind>> = {
  image: "image",
  link: "link",
  audio: "audio",
  video: "video",
  sticker: "sticker",
  location: "location",
  business_card: "business-card",
  file: "file",
  gif: "gif",
};

/** By the attachments; where an event lists none, by its name. */
function attachmentsOf(
  name: string,
  listed: readonly { readonly type: string }[] = [],
): readonly AttachmentKind[] {
  if (listed.length > 0) return listed.map(({ type }) => attachmentKinds[type] ?? "other");
  const kind = attachmentKinds[name.slice("user_send_".length)];
  return kind === undefined ? [] : [kind];
}

function loggable(name: string): string {
  return /^[a-z][a-z0-9_.]{0,59}$/.test(name) ? name : "unnamed";
}
