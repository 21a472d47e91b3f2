import type { StaffId } from "@truong-an/shared/ids";
import type { Notice } from "@truong-an/shared/notice";
import { addMinutes } from "@truong-an/shared/time";
import { and, eq, sql } from "drizzle-orm";
import { desks, dutyChannels } from "../db/tables.ts";
import type { Payload } from "../jobs/payloads.ts";
import { type NoticeText, noticeText, openRoster } from "../text/duty-vi.ts";
import type { World } from "../world.ts";
import { ZaloRefused, ZaloUnreachable } from "../zalo/errors.ts";

type Outcome = "delivered" | "refused" | "unreachable";

/** Nobody answered: the job queue tries again later, with its own growing pause. */
class NobodyAnswered extends Error {
  override readonly name = "NobodyAnswered";
}

/**
 * Tells one member of staff something that is not about a report: by the Official Account while
 * Zalo lets us write to them, otherwise by e-mail. It is no alert and is never sent twice.
 */
export async function notifyMember(
  world: World,
  { staffId, notice }: Payload<"notify-member">,
): Promise<void> {
  const words = await wordsOf(world, notice);
  if (words === undefined) return;
  const outcomes: Outcome[] = [];
  const userId = await whomZaloLetsUsWrite(world, staffId);
  if (userId !== undefined) outcomes.push(await sendByAccount(world, userId, words));
  if (!outcomes.includes("delivered")) outcomes.push(await sendByMail(world, staffId, words));
  if (outcomes.includes("delivered")) return;
  if (outcomes.includes("unreachable")) throw new NobodyAnswered();
  world.log.warn("nobody could be reached", { job: "notify-member" });
}

/** The same by e-mail to one of the operators. One who has left the settings is told nothing. */
export async function notifyOperator(
  world: World,
  { operator, notice }: Payload<"notify-operator">,
): Promise<void> {
  const to = world.config.OPERATOR_EMAILS[operator];
  const words = await wordsOf(world, notice);
  if (to === undefined || words === undefined) return;
  if ((await mailTo(world, to, words)) === "unreachable") throw new NobodyAnswered();
}

async function wordsOf(world: World, notice: Notice): Promise<NoticeText | undefined> {
  const [desk] = await world.db
    .select({ name: desks.name })
    .from(desks)
    .where(eq(desks.id, notice.deskId));
  return desk === undefined ? undefined : noticeText(notice, desk.name);
}

const daysOpen = 7; // a consultation message may follow the person's last word for so long

async function whomZaloLetsUsWrite(world: World, staffId: StaffId): Promise<string | undefined> {
  const since = new Date(addMinutes(world.now(), -daysOpen * 24 * 60)).toISOString();
  const { rows } = await world.db.execute<{ user_id: string }>(sql`
    select user_id from zalo_contacts
    join ${dutyChannels} on channel = 'oa-message' and address = user_id
    where staff_id = ${staffId} and last_interaction_at > ${since}::timestamptz`);
  return rows[0]?.user_id;
}

async function sendByAccount(world: World, userId: string, words: NoticeText): Promise<Outcome> {
  if (world.zalo === undefined) return "refused";
  const buttons = [{ title: openRoster, url: rosterUrl(world) }];
  try {
    await world.zalo.sendOaMessage({ userId, text: `${words.subject}\n${words.text}`, buttons });
    return "delivered";
  } catch (error) {
    if (error instanceof ZaloRefused) return "refused";
    if (error instanceof ZaloUnreachable) return "unreachable";
    throw error;
  }
}

async function sendByMail(world: World, staffId: StaffId, words: NoticeText): Promise<Outcome> {
  const [way] = await world.db
    .select({ address: dutyChannels.address })
    .from(dutyChannels)
    .where(and(eq(dutyChannels.staffId, staffId), eq(dutyChannels.channel, "email")));
  return way === undefined ? "refused" : mailTo(world, way.address, words);
}

async function mailTo(world: World, to: string, { subject, text }: NoticeText): Promise<Outcome> {
  if (world.mail === undefined) return "refused";
  const body = `${text}\n\n${openRoster}: ${rosterUrl(world)}\n`;
  return (await world.mail.sendMail({ to, subject, text: body })).kind;
}

function rosterUrl(world: World): string {
  return new URL("/console#/duty", world.config.PUBLIC_URL).toString();
}
