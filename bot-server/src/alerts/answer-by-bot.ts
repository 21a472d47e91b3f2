import type { Payload } from "../jobs/payloads.ts";
import { botAnswers } from "../text/alerts-vi.ts";
import type { World } from "../world.ts";
import { ZaloRefused } from "../zalo/errors.ts";

/** One short answer by the Bot. What Zalo refuses is dropped; what does not get through is tried again. */
export async function answerByBot(
  world: World,
  { chatId, what }: Payload<"answer-by-bot">,
): Promise<void> {
  const { MINI_APP_LINK: appLink = world.config.PUBLIC_URL } = world.config;
  try {
    await world.bot?.sendMessage({ chatId, text: botAnswers[what](appLink) });
  } catch (error) {
    if (!(error instanceof ZaloRefused)) throw error;
  }
}
