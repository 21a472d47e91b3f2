import type { Channel, Delivery } from "@truong-an/shared/alert";
import type { World } from "../world.ts";
import { sendByBot } from "./bot.ts";
import { sendEmail } from "./email.ts";
import { sendOaMessage } from "./oa-message.ts";
import { sendZns } from "./zns.ts";

/** What a channel needs to say the same to everyone: something waits, look here. */
export type Alert = {
  readonly address: string;
  /** Names the call to whoever acknowledges it, and tells nothing; null: only a trial of the channel. */
  readonly code: string | null;
};

/** One way to reach a person. */
export type SendAlert = (world: World, alert: Alert) => Promise<Delivery>;

export const channels: Record<Channel, SendAlert> = {
  "oa-message": sendOaMessage,
  zns: sendZns,
  bot: sendByBot,
  email: sendEmail,
};
