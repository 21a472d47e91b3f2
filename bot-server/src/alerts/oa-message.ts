import { acknowledgement, type Delivery } from "@truong-an/shared/alert";
import { alertText } from "../text/alerts-vi.ts";
import type { World } from "../world.ts";
import type { OaButton } from "../zalo/client.ts";
import type { Alert } from "./channels.ts";
import { consoleUrl } from "./console-url.ts";
import { notConfigured } from "./email.ts";
import { deliveryOf } from "./zalo-outcome.ts";

/** A consultation message from the Official Account: a button to the console, and one that says "received". */
export async function sendOaMessage(world: World, { address, code }: Alert): Promise<Delivery> {
  const { zalo } = world;
  if (zalo === undefined) return notConfigured;
  const text = code === null ? alertText.trial : `${alertText.waiting}\n${alertText.orAnswer}`;
  const received: readonly OaButton[] =
    code === null ? [] : [{ title: alertText.received, says: acknowledgement(code) }];
  const buttons = [{ title: alertText.open, url: consoleUrl(world.config) }, ...received];
  return deliveryOf(() => zalo.sendOaMessage({ userId: address, text, buttons }));
}
