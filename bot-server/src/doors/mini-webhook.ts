import { revokeConsents } from "../bulletins/notice-consent.ts";
import type { World } from "../world.ts";
import { readEvent } from "../zalo/read-event.ts";
import { isSignedMiniEvent } from "../zalo/webhook.ts";
import { type RawEvent, rawWebhook } from "./raw-webhook.ts";
import type { Doors } from "./schemas.ts";

const path = "/webhooks/zalo-mini";
const bodyBytes = 64 * 1024;

/**
 * Where Zalo tells what happens at the Mini App. Of all that, one thing is for us: a person takes back
 * what they allowed. It is done before it is answered. A probe without a signature is answered, and
 * nothing else.
 */
export function miniWebhookDoor(app: Doors, world: World): void {
  rawWebhook(app, { path, bodyBytes }, (event) => answerTo(world, event));
}

async function answerTo(world: World, { body, signature }: RawEvent): Promise<200 | 403> {
  if (signature === undefined || body === undefined) return 200;
  if (!isSignedMiniEvent(world.config, body, signature)) return 403;
  const event = readEvent(JSON.parse(body.toString("utf8")));
  if (event.kind === "consent-revoked") await revokeConsents(world, event.appUserId);
  else
    world.log.info("event ignored", { code: event.kind === "unknown" ? event.name : event.kind });
  return 200;
}
