import { z } from "zod";
import type { Acts } from "./acts.ts";
import { Impossible } from "./impossible.ts";

const id = z.string();
const text = z.string().min(1).max(10_000);
const onePerson = z.strictObject({ personId: id });
const inGroup = z.strictObject({ personId: id, groupId: id });
const button = z.strictObject({ personId: id, itemN: z.number(), buttonIndex: z.number() });
const place = z.strictObject({
  personId: id,
  latitude: z.string().optional(),
  longitude: z.string().optional(),
});

/** Every act of a person by its name, as `POST /__sim/acts/<name>` asks for it. */
const wires = {
  say: wire(z.strictObject({ personId: id, text }), (acts, a) => acts.say(a.personId, a.text)),
  press: wire(button, (acts, a) => acts.press(a.personId, a.itemN, a.buttonIndex)),
  sendImage: wire(z.strictObject({ personId: id, url: z.url().optional() }), (acts, a) =>
    acts.sendImage(a.personId, a.url),
  ),
  sendSticker: wire(onePerson, (acts, a) => acts.sendSticker(a.personId)),
  sendLocation: wire(place, (acts, a) => acts.sendLocation(a.personId, a.latitude, a.longitude)),
  follow: wire(onePerson, (acts, a) => acts.follow(a.personId)),
  unfollow: wire(onePerson, (acts, a) => acts.unfollow(a.personId)),
  block: wire(onePerson, (acts, a) => acts.block(a.personId)),
  clickChatNow: wire(onePerson, (acts, a) => acts.clickChatNow(a.personId)),
  submitInfo: wire(z.strictObject({ personId: id, phone: z.string() }), (acts, a) =>
    acts.submitInfo(a.personId, a.phone),
  ),
  see: wire(onePerson, (acts, a) => acts.see(a.personId)),
  react: wire(z.strictObject({ personId: id, itemN: z.number(), icon: z.string() }), (acts, a) =>
    acts.react(a.personId, a.itemN, a.icon),
  ),
  withdraw: wire(onePerson, (acts, a) => acts.withdraw(a.personId)),
  revokeConsent: wire(onePerson, (acts, a) => acts.revokeConsent(a.personId)),
  adminReplies: wire(z.strictObject({ personId: id, text }), (acts, a) =>
    acts.adminReplies(a.personId, a.text),
  ),
  sayToBot: wire(z.strictObject({ personId: id, text }), (acts, a) =>
    acts.sayToBot(a.personId, a.text),
  ),
  sendImageToBot: wire(z.strictObject({ personId: id, url: z.url() }), (acts, a) =>
    acts.sendImageToBot(a.personId, a.url),
  ),
  sayInBotGroup: wire(z.strictObject({ personId: id, chatId: id, text }), (acts, a) =>
    acts.sayInBotGroup(a.personId, a.chatId, a.text),
  ),
  joinGroup: wire(inGroup, (acts, a) => acts.joinGroup(a.personId, a.groupId)),
  leaveGroup: wire(inGroup, (acts, a) => acts.leaveGroup(a.personId, a.groupId)),
  sayInGroup: wire(z.strictObject({ personId: id, groupId: id, text }), (acts, a) =>
    acts.sayInGroup(a.personId, a.groupId, a.text),
  ),
} as const satisfies { readonly [Name in keyof Acts]: Wire };

/** Does what an act's name and arguments say; throws for a name that is no act. */
export function perform(acts: Acts, name: string, given: unknown): unknown {
  const found: Wire | undefined = Object.hasOwn(wires, name)
    ? wires[name as keyof typeof wires]
    : undefined;
  if (found === undefined) throw new Impossible(`there is no act called ${name}`);
  return found(acts, given);
}

type Wire = (acts: Acts, given: unknown) => unknown;

function wire<Arguments>(
  schema: z.ZodType<Arguments>,
  act: (acts: Acts, given: Arguments) => unknown,
): Wire {
  return (acts, given) => act(acts, schema.parse(given));
}
