import type { Delivery } from "@truong-an/shared/alert";
import { alertText } from "../text/alerts-vi.ts";
import type { World } from "../world.ts";
import type { Alert } from "./channels.ts";
import { consoleUrl } from "./console-url.ts";

/** A short e-mail that says the same as every alert. */
export async function sendEmail(world: World, { address, code }: Alert): Promise<Delivery> {
  if (world.mail === undefined) return notConfigured;
  const url = consoleUrl(world.config);
  const subject = code === null ? alertText.trial : alertText.waiting;
  const text = code === null ? alertText.trialLetter : alertText.letter(url);
  const outcome = await world.mail.sendMail({ to: address, subject, text });
  if (outcome.kind !== "refused") return outcome;
  return { ...outcome, scope: forEveryone.has(outcome.code) ? "everyone" : "person" };
}

export const notConfigured: Delivery = { kind: "refused", code: "not-configured", scope: "person" };

// SMTP (RFC 4954): the server does not take our login, so it takes no letter at all.
const forEveryone: ReadonlySet<string> = new Set(["530", "534", "535", "538", "EAUTH"]);
