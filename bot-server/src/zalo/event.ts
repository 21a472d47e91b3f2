/** What came with a message; what it shows or where it is stays with Zalo. */
export type AttachmentKind =
  | "image"
  | "link"
  | "audio"
  | "video"
  | "sticker"
  | "location"
  | "business-card"
  | "file"
  | "gif"
  | "other";

/** What every event has. `key` is the same whenever Zalo sends the event again; it is a hash and names nobody. */
type Event<Kind extends string> = {
  readonly kind: Kind;
  readonly key: string;
  readonly at: number;
};

type OfUser = { readonly userId: string };
type OfGroup = { readonly groupId: string };
type OfMessage = { readonly msgId: string };

/** A person wrote to the Official Account or pressed a button that says something: there is no separate event for that. */
export type UserMessage = Event<"user-message"> &
  OfUser &
  OfMessage & {
    readonly text: string | undefined;
    readonly attachments: readonly AttachmentKind[];
  };

export type GroupLife =
  | "group-created"
  | "group-joined"
  | "group-join-asked"
  | "group-join-accepted"
  | "group-join-rejected"
  | "group-left"
  | "group-admin-added"
  | "group-admin-removed"
  | "group-changed"
  | "group-deleted";

/** Everything that Zalo's webhooks tell us, as we need it: no names, no phone numbers, no words of groups. */
export type ZaloEvent =
  | UserMessage
  /** Our own message comes back; `adminId` when a human wrote it in the Official Account's inbox. */
  | (Event<"oa-message"> & OfUser & OfMessage & { readonly adminId: string | undefined })
  | (Event<"follow" | "unfollow" | "chat-opened" | "contact-shared"> & OfUser)
  | (Event<"seen"> & { readonly msgIds: readonly string[] })
  | (Event<"reacted"> & OfUser & OfMessage)
  /** Arrived on the phone. Of a template message, `trackingId` is what we sent with it. */
  | (Event<"received"> & OfMessage & { readonly trackingId: string | undefined })
  /** Somebody without a Zalo account, on a web page. */
  | (Event<"anonymous-message"> & OfMessage & { readonly conversationId: string | undefined })
  /** The person asks us to delete what we keep about them. */
  | (Event<"withdrawn"> & OfUser)
  /** The same for the Mini App, with the person's id there. */
  | (Event<"consent-revoked"> & { readonly appUserId: string })
  | (Event<"group-message"> & OfGroup & OfUser & OfMessage)
  | (Event<"oa-group-message"> & OfGroup & OfMessage & { readonly adminId: string | undefined })
  | (Event<GroupLife> & OfGroup & { readonly userIds: readonly string[] })
  /** The standing of a template or of the day's allowance changed: look again. */
  | (Event<"template-changed"> & { readonly templateId: string | undefined })
  | Event<"quota-changed">;

/** Named so that it can be logged; nothing of it is kept. */
export type UnknownEvent = { readonly kind: "unknown"; readonly name: string };

/** Somebody wrote to the Bot, or mentioned it in a group. */
export type BotEvent = Event<"bot-message"> &
  OfMessage & {
    readonly chatId: string;
    readonly isGroup: boolean;
    readonly userId: string;
    readonly text: string | undefined;
  };
