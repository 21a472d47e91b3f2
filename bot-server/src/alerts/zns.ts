import { randomBytes } from "node:crypto";
import type { Delivery } from "@truong-an/shared/alert";
import { clockInVietnam } from "@truong-an/shared/time";
import { zaloStanding } from "../db/alert-tables.ts";
import type { World } from "../world.ts";
import type { TemplateParameter } from "../zalo/zns-template.ts";
import type { Alert } from "./channels.ts";
import { consoleUrl } from "./console-url.ts";
import { notConfigured } from "./email.ts";
import { deliveryOf } from "./zalo-outcome.ts";
import { StoredParameters, valuesFor } from "./zns-values.ts";

const shortCode = 8; // of the alert's code: enough to tell two alerts apart, and it opens nothing

/** A template message to a phone number. It is checked before it costs anything. */
export async function sendZns(world: World, { address, code }: Alert): Promise<Delivery> {
  const { zns, config } = world;
  const templateId = config.ZALO_ZNS_TEMPLATE;
  if (zns === undefined || templateId === undefined) return notConfigured;
  const trackingId = code ?? randomBytes(10).toString("hex");
  const delivery = await deliveryOf(async () => {
    const values = valuesFor(await znsParameters(world), {
      consoleUrl: consoleUrl(config),
      code: trackingId.slice(0, shortCode),
      time: clockInVietnam(world.now()),
    });
    if (values === undefined) throw new TemplateUnfit();
    const { quota } = await zns.sendTemplate({ phone: address, templateId, values, trackingId });
    if (quota !== undefined) await keepQuota(world, quota.remaining);
  }).catch((error: unknown): Delivery => {
    if (error instanceof TemplateUnfit) return templateUnfit;
    if (error instanceof RangeError) return noPhone;
    throw error;
  });
  if (delivery.kind === "refused" && quotaGone.has(delivery.code)) await keepQuota(world, 0);
  return delivery;
}

// ZNS: quota or balance, the account's limit of the day, the template's.
const quotaGone: ReadonlySet<string> = new Set(["-115", "-144", "-147"]);

class TemplateUnfit extends Error {
  override readonly name = "TemplateUnfit";
}

const noPhone: Delivery = { kind: "refused", code: "no-phone", scope: "person" };
const templateUnfit: Delivery = { kind: "refused", code: "template-unfit", scope: "everyone" };

/** What the alert template asks for: as last looked up, or from Zalo when nobody has looked yet. */
async function znsParameters(world: World): Promise<readonly TemplateParameter[]> {
  const [row] = await world.db
    .select({ parameters: zaloStanding.znsParameters })
    .from(zaloStanding);
  const known = StoredParameters.safeParse(row?.parameters);
  if (known.success) return known.data;
  const { zns, config } = world;
  if (zns === undefined || config.ZALO_ZNS_TEMPLATE === undefined) return [];
  return (await zns.templateInfo(config.ZALO_ZNS_TEMPLATE)).parameters;
}

/** What is left of the day's quota, as the last answer told it. */
async function keepQuota(world: World, remaining: number): Promise<void> {
  await world.db.update(zaloStanding).set({ znsRemaining: remaining });
}
