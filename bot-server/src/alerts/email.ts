import type { Delivery } from "@truong-an/shared/alert";
import { alertText } from "../text/vi.ts";
import type { World } from "../world.ts";
import { consoleUrl } from "./console-url.ts";

/** A short e-mail that says the same as every alert. */
export async function sendEmail(world: World, to: string): Promise<Delivery> {
  if (world.mail === undefined) return { kind: "refused", code: "not-configured" };
  const text = alertText.letter(consoleUrl(world.config));
  return world.mail.sendMail({ to, subject: alertText.waiting, text });
}
