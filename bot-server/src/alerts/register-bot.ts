import { enqueue } from "../jobs/enqueue.ts";
import type { World } from "../world.ts";

/** Queues that the Bot's updates are to come to us, where there is a Bot and an address that Zalo takes. */
export async function askForBotUpdates(world: World): Promise<void> {
  if (webhookOf(world) === undefined) return;
  await enqueue(world.db, "register-bot", {}, { key: "register-bot" });
}

/** Tells the Bot Platform where updates go, and by which secret we know them. Told again, it changes nothing. */
export async function registerBot(world: World): Promise<void> {
  const webhook = webhookOf(world);
  if (webhook !== undefined) await world.bot?.setWebhook(webhook);
}

function webhookOf({ bot, config }: World) {
  const url = new URL("/webhooks/zalo-bot", config.PUBLIC_URL);
  const secret = config.ZALO_BOT_SECRET;
  if (bot === undefined || secret === undefined || url.protocol !== "https:") return undefined;
  return { url: url.toString(), secret };
}
