import type { Delivery } from "@truong-an/shared/alert";
import { alertText } from "../text/vi.ts";
import type { World } from "../world.ts";
import { ZaloRefused, ZaloUnreachable } from "../zalo/errors.ts";
import { consoleUrl } from "./console-url.ts";

/** A consultation message from the Official Account, with a button to the console. */
export async function sendOaMessage(world: World, userId: string): Promise<Delivery> {
  if (world.zalo === undefined) return { kind: "refused", code: "not-configured" };
  try {
    const buttons = [{ title: alertText.open, url: consoleUrl(world.config) }];
    await world.zalo.sendOaMessage({ userId, text: alertText.waiting, buttons });
    return { kind: "delivered" };
  } catch (error) {
    if (error instanceof ZaloRefused) return { kind: "refused", code: String(error.code) };
    if (error instanceof ZaloUnreachable) return { kind: "unreachable", code: error.why };
    throw error;
  }
}
