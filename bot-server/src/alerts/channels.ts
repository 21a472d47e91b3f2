import type { Channel, Delivery } from "@truong-an/shared/alert";
import type { World } from "../world.ts";
import { sendEmail } from "./email.ts";
import { sendOaMessage } from "./oa-message.ts";

/** One way to reach a person. What is said is the same for everyone: something waits, look here. */
export type SendAlert = (world: World, address: string) => Promise<Delivery>;

export const channels: Record<Channel, SendAlert> = {
  "oa-message": sendOaMessage,
  email: sendEmail,
};
