import type { Delivery } from "@truong-an/shared/alert";
import { alertText } from "../text/alerts-vi.ts";
import type { World } from "../world.ts";
import type { Alert } from "./channels.ts";
import { consoleUrl } from "./console-url.ts";
import { notConfigured } from "./email.ts";
import { deliveryOf } from "./zalo-outcome.ts";

/** A message from the Zalo Bot. It knows no buttons: the link stands in the text. */
export async function sendByBot(world: World, { address, code }: Alert): Promise<Delivery> {
  const { bot } = world;
  if (bot === undefined) return notConfigured;
  const url = consoleUrl(world.config);
  const waiting = `${alertText.waiting}\n${alertText.botOrAnswer(url)}`;
  const text = code === null ? alertText.trial : waiting;
  return deliveryOf(() => bot.sendMessage({ chatId: address, text }));
}
