import type { ChatWords } from "../text/chat-parts-vi.ts";
import type { World } from "../world.ts";
import { ZaloRefused } from "../zalo/errors.ts";
import type { Lane } from "../zalo/pace.ts";

/** Whether Zalo took a message or said no. Throws when there was no answer: it may be tried again. */
export async function sendWords(
  world: World,
  userId: string,
  { text, buttons }: ChatWords,
  lane?: Lane,
): Promise<"sent" | "refused"> {
  if (world.zalo === undefined) return "refused";
  try {
    await world.zalo.sendOaMessage({ userId, text, buttons }, lane);
    return "sent";
  } catch (error) {
    if (error instanceof ZaloRefused) return "refused";
    throw error;
  }
}
