import { sql } from "drizzle-orm";
import { zaloStanding } from "../db/alert-tables.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { traceOf } from "../log.ts";
import type { World } from "../world.ts";
import { ZaloRefused, ZaloUnreachable } from "../zalo/errors.ts";
import { tokenStanding } from "../zalo/token-standing.ts";
import type { TemplateParameter } from "../zalo/zns-template.ts";
import { clearAlarm, raiseAlarm } from "./alarm.ts";
import { consoleUrl } from "./console-url.ts";
import { failingChannels, isTokenCode } from "./health.ts";
import { fitsStored } from "./zns-values.ts";

const everyMs = 60_000;
const lookMinutes = 15;

/** Once a minute: whoever is first to find that a look is due puts it in the queue, once. */
export function watchZalo(world: World, onTrouble: (error: unknown) => void) {
  const look = setInterval(() => {
    lookIfDue(world).catch(onTrouble);
  }, everyMs);
  return { stop: () => clearInterval(look) };
}

async function lookIfDue(world: World): Promise<void> {
  if (world.zalo === undefined) return;
  const due = new Date(world.now() - lookMinutes * 60_000).toISOString();
  const recent = await world.db.execute(
    sql`select 1 from zalo_standing where looked_at > ${due}::timestamptz`,
  );
  if (recent.rows.length === 0)
    await enqueue(world.db, "look-at-zalo", {}, { key: "look-at-zalo" });
}

/**
 * Asks Zalo about our account: how long the package lasts, what is left of the day's quota, what
 * the alert template asks for. A token that Zalo takes no more is found out here even on a quiet
 * day, as is a template or a quota that lets no ZNS go out, and the operator hears of it.
 */
export async function lookAtZalo(world: World): Promise<void> {
  const { zalo } = world;
  if (zalo === undefined) return;
  const token = await tokenStanding(world);
  const account = await answerOf(world, () => zalo.account());
  const isLapsing = token.kind === "refused" || token.kind === "expiring";
  if (isLapsing || account.kind === "token-refused") {
    await raiseAlarm(world.db, "token", world.now());
  } else if (account.kind === "told") {
    await clearAlarm(world.db, "token");
  }
  if (account.kind !== "told") return;
  const { packageName = null, packageValidThrough = null } = account.value;
  const zns = await learnedOfZns(world);
  await judgeZns(world, zns);
  const fresh = {
    lookedAt: world.now(),
    packageName,
    packageValidThrough,
    ...zns,
  };
  await world.db
    .insert(zaloStanding)
    .values(fresh)
    .onConflictDoUpdate({ target: zaloStanding.onlyOne, set: fresh });
}

type Learned = {
  readonly znsRemaining?: number;
  readonly znsDaily?: number | null;
  readonly znsParameters?: readonly TemplateParameter[];
};

/**
 * What is known to be impossible is not tried, so no refusal would tell the operator of it: a template
 * that asks for what no alert says, a quota that is gone. Whatever else fails is for the deliveries to say.
 */
async function judgeZns(world: World, { znsRemaining, znsParameters }: Learned): Promise<void> {
  const isUnfit = fitsStored(znsParameters, consoleUrl(world.config)) === false;
  if (isUnfit || (znsRemaining !== undefined && znsRemaining <= 0)) {
    await raiseAlarm(world.db, "zns", world.now());
    return;
  }
  if (znsRemaining === undefined || znsParameters === undefined) return;
  if (!(await failingChannels(world.db)).has("zns")) await clearAlarm(world.db, "zns");
}

/** What is left of the day's quota, and what the template asks for: as far as Zalo tells. */
async function learnedOfZns(world: World): Promise<Learned> {
  const { zns } = world;
  const templateId = world.config.ZALO_ZNS_TEMPLATE;
  if (zns === undefined || templateId === undefined) return {};
  const quota = await answerOf(world, () => zns.quota());
  const template = await answerOf(world, () => zns.templateInfo(templateId));
  return {
    ...(quota.kind === "told"
      ? { znsRemaining: quota.value.remaining, znsDaily: quota.value.daily ?? null }
      : {}),
    ...(template.kind === "told" ? { znsParameters: template.value.parameters } : {}),
  };
}

type Answer<T> =
  | { readonly kind: "told"; readonly value: T }
  | { readonly kind: "refused" | "token-refused" | "silent" };

const nothing = { kind: "silent" } as const;

async function answerOf<T>(world: World, ask: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { kind: "told", value: await ask() };
  } catch (error) {
    if (error instanceof ZaloUnreachable) return nothing;
    if (!(error instanceof ZaloRefused)) throw error;
    world.log.warn("Zalo told nothing of the account", { job: "look-at-zalo", ...traceOf(error) });
    return { kind: isTokenCode(String(error.code)) ? "token-refused" : "refused" };
  }
}
