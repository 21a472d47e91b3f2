import { type BotActs, createBotActs } from "./bot-acts.ts";
import { sayInGroup } from "./group-chat.ts";
import { Impossible } from "./impossible.ts";
import type { Content } from "./message-body.ts";
import { attachmentsOf, emitOaEvent, textOf } from "./oa-events.ts";
import { showFromOa } from "./oa-messages.ts";
import type { Person } from "./people.ts";
import { chatLine, type PhoneAttachment, type PhoneButton } from "./phones.ts";
import type { Sim } from "./sim.ts";

/** What pressing a button did on the phone itself. */
export type Pressed =
  | { readonly kind: "opens"; readonly url: string }
  | { readonly kind: "dials"; readonly number: string }
  | { readonly kind: "says"; readonly messageId: string };

/** What people do with their phones. Everything gives the id of the message it made, where it made one. */
export type Acts = BotActs & {
  readonly say: (personId: string, text: string) => string;
  readonly press: (personId: string, itemN: number, buttonIndex: number) => Pressed;
  readonly sendImage: (personId: string, url?: string) => string;
  readonly sendSticker: (personId: string) => string;
  readonly sendLocation: (personId: string, latitude?: string, longitude?: string) => string;
  readonly follow: (personId: string) => void;
  readonly unfollow: (personId: string) => void;
  readonly block: (personId: string) => void;
  /** Opens the chat for the first time with its "chat now" button. */
  readonly clickChatNow: (personId: string) => void;
  /** Answers a request for contact data. */
  readonly submitInfo: (personId: string, phone: string) => void;
  readonly see: (personId: string) => void;
  readonly react: (personId: string, itemN: number, icon: string) => void;
  /** Asks the Official Account to delete what it keeps about them. */
  readonly withdraw: (personId: string) => void;
  /** Takes back every consent given to the Mini App. */
  readonly revokeConsent: (personId: string) => void;
  /** A human answers this person in the Official Account's own inbox. */
  readonly adminReplies: (personId: string, text: string) => string;
  readonly joinGroup: (personId: string, groupId: string) => "joined" | "waiting" | "refused";
  readonly leaveGroup: (personId: string, groupId: string) => void;
  /** Nothing when the group is locked or the person is not in it. */
  readonly sayInGroup: (personId: string, groupId: string, text: string) => string | undefined;
};

const humanAdmin = "7000000000000000001";

export function createActs(sim: () => Sim): Acts {
  return {
    ...createBotActs(sim),
    say: (id, text) => personSends(sim(), id, { ...nothing, kind: "text", text }),
    press: (id, itemN, index) => press(sim(), id, buttonOf(sim(), id, itemN, index)),
    sendImage: (id, url = "https://photo-stal.example/a.jpg") =>
      personSends(sim(), id, { ...nothing, kind: "image", attachment: { kind: "image", url } }),
    sendSticker: (id) => {
      const attachment = { kind: "sticker", url: "https://sticker.example/1.png" } as const;
      return personSends(sim(), id, { ...nothing, kind: "sticker", attachment });
    },
    sendLocation: (id, latitude = "11.8453", longitude = "108.1902") => {
      const attachment = { kind: "location", latitude, longitude } as const;
      return personSends(sim(), id, { ...nothing, kind: "location", attachment });
    },
    follow: (id) => {
      sim().people.change(id, { followed: true, blocked: false });
      followed(sim(), "follow", sim().people.interact(id));
    },
    unfollow: (id) =>
      followed(sim(), "unfollow", sim().people.change(id, { followed: false, isReachable: false })),
    block: (id) => {
      const changes = { followed: false, isReachable: false, blocked: true };
      followed(sim(), "unfollow", sim().people.change(id, changes));
    },
    clickChatNow: (id) => {
      const person = sim().people.interact(id);
      emitOaEvent(sim(), "user_click_chatnow", {
        oa_id: sim().oa.id,
        user_id: person.id,
        user_id_by_app: person.appUserId,
      });
    },
    submitInfo: (id, phone) => submitInfo(sim(), sim().people.interact(id), phone),
    see: (id) => seeAll(sim(), personOf(sim(), id)),
    react: (id, itemN, icon) => react(sim(), personOf(sim(), id), itemN, icon),
    withdraw: (id) => {
      const person = personOf(sim(), id);
      emitOaEvent(sim(), "user_withdraw", {
        oa_id: sim().oa.id,
        user_id: person.id,
        user_id_by_app: person.appUserId,
      });
    },
    revokeConsent: (id) => {
      const person = sim().people.change(id, { allowsNotices: false, shares: [] });
      const event = "user.revoke.consent";
      const { appUserId: userId } = person;
      const body = { event, appId: sim().mini.appId, userId, timestamp: sim().clock.now() };
      sim().events.emit({ door: "mini", name: event, body, isZns: false });
    },
    adminReplies: (id, text) => {
      const messageId = sim().chance.hex(20);
      const content = { ...nothing, kind: "text", text } as const;
      const message = { messageId, content, adminId: humanAdmin };
      showFromOa(sim(), personOf(sim(), id), message);
      return messageId;
    },
    joinGroup: (id, groupId) => sim().groups.join(groupOf(sim(), groupId), personOf(sim(), id).id),
    leaveGroup: (id, groupId) => {
      sim().groups.leave(groupOf(sim(), groupId), [id]);
    },
    sayInGroup: (id, groupId, text) => {
      const group = groupOf(sim(), groupId);
      const mayWrite = group.members.includes(id) && !group.setting.lock_send_msg;
      if (!mayWrite || !sim().groups.isEnabled(group)) return undefined;
      const messageId = sim().chance.hex(20);
      const content = { ...nothing, kind: "text", text } as const;
      sayInGroup(sim(), group, { senderId: id, messageId, content });
      return messageId;
    },
  };
}

type Sent = {
  readonly kind: Content["kind"] | "location";
  readonly text: string;
  readonly attachment: PhoneAttachment | undefined;
};
const nothing = { text: "", buttons: [], attachment: undefined } as const;

/** Something a person sends: on their own phone, in the history, and to the webhook. */
function personSends(sim: Sim, personId: string, sent: Sent, { isQuiet = false } = {}): string {
  personOf(sim, personId);
  const person = sim.people.interact(personId);
  const messageId = sim.chance.hex(20);
  const at = sim.clock.now();
  const { kind, text, attachment } = sent;
  if (!isQuiet) {
    const line = { chat: "oa", from: "me", senderId: personId, messageId, text } as const;
    sim.phones.show(personId, at, chatLine({ ...line, attachment }));
  }
  const kept = { messageId, chatId: personId, senderId: personId, isFromOa: false };
  sim.chats.keep({ ...kept, kind, text, at });
  emitOaEvent(sim, `user_send_${kind}`, {
    sender: { id: person.id },
    recipient: { id: sim.oa.id },
    user_id_by_app: person.appUserId,
    message: { msg_id: messageId, ...textOf(text), ...sentAttachments(sent) },
  });
  return messageId;
}

function sentAttachments({ kind, attachment }: Sent) {
  if (kind !== "location") return attachmentsOf({ kind, attachment });
  if (attachment?.kind !== "location") return {};
  const { latitude, longitude } = attachment;
  const coordinates = { latitude, longitude };
  return { attachments: [{ type: "location", payload: { coordinates } }] };
}

function buttonOf(sim: Sim, personId: string, itemN: number, index: number): PhoneButton {
  const item = sim.phones.items(personId).find(({ n }) => n === itemN);
  const button = item?.app === "zalo" ? item.buttons[index] : undefined;
  if (button === undefined) throw new Impossible("no such button on this phone");
  return button;
}

function press(sim: Sim, personId: string, button: PhoneButton): Pressed {
  if (button.says !== undefined) {
    const sent = { ...nothing, kind: "text", text: button.says } as const;
    const messageId = personSends(sim, personId, sent, { isQuiet: button.saysQuietly });
    return { kind: "says", messageId };
  }
  sim.people.interact(personId);
  return button.dials === undefined
    ? { kind: "opens", url: button.url ?? "" }
    : { kind: "dials", number: button.dials };
}

function followed(sim: Sim, name: "follow" | "unfollow", person: Person): void {
  sim.phones.changed();
  emitOaEvent(sim, name, {
    oa_id: sim.oa.id,
    follower: { id: person.id },
    user_id_by_app: person.appUserId,
    source: "oa_profile",
  });
}

function submitInfo(sim: Sim, person: Person, phone: string): void {
  emitOaEvent(sim, "user_submit_info", {
    sender: { id: person.id },
    recipient: { id: sim.oa.id },
    user_id_by_app: person.appUserId,
    info: {
      name: person.name,
      phone,
      full_address: { user_city: "", user_ward: "", user_address: "" },
    },
  });
}

/** A phone reports what it has shown, but only what this app has sent. */
function seeAll(sim: Sim, person: Person): void {
  const ids = sim.chats.of(person.id).flatMap((one) => (one.isFromOa ? [one.messageId] : []));
  emitOaEvent(sim, "user_seen_message", {
    sender: { id: sim.oa.id },
    recipient: { id: person.id },
    user_id_by_app: person.appUserId,
    message: { msg_ids: ids },
  });
}

function react(sim: Sim, person: Person, itemN: number, icon: string): void {
  const item = sim.phones.items(person.id).find(({ n }) => n === itemN);
  if (item?.app !== "zalo") throw new Impossible("no such message on this phone");
  emitOaEvent(sim, "user_reacted_message", {
    sender: { id: person.id },
    recipient: { id: sim.oa.id },
    user_id_by_app: person.appUserId,
    message: { msg_id: item.messageId, react_icon: icon },
  });
}

function personOf(sim: Sim, id: string): Person {
  const person = sim.people.find(id);
  if (person === undefined) throw new Impossible("nobody has this id");
  return person;
}

function groupOf(sim: Sim, id: string) {
  const group = sim.groups.find(id);
  if (group === undefined) throw new Impossible("no group has this id");
  return group;
}
