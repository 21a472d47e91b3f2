import { DeskId, ReportId, StaffId } from "@truong-an/shared/ids";
import { type Instant, toTheMinute } from "@truong-an/shared/time";
import { and, desc, eq, gte, isNull, ne, sql } from "drizzle-orm";
import { record } from "../audit/record.ts";
import { alertCalls, staffZalo } from "../db/alert-tables.ts";
import type { Queryable, Tx } from "../db/open.ts";
import { dutyChannels, reports } from "../db/tables.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";

/**
 * A person says "received". That stops the calls to them about this report, and mere repetitions
 * for a while. It does not stop the clock: the report still waits for somebody to take it, and the
 * next rung hears at its time. They are told whether there was something to receive. Said from an account that is not the called person's, it is nothing.
 */
export async function acknowledgeAlert(
  world: World,
  { userId, alert, via = "oa" }: Payload<"acknowledge-alert">,
): Promise<void> {
  const staffId = await memberBehind(world.db, via, userId);
  if (staffId === undefined) {
    if (via === "bot") await introduce(world, userId);
    return;
  }
  await world.db.transaction(async (tx) => {
    const call = await callMeant(tx, staffId, alert);
    const isNew = call !== undefined && (await acknowledge(tx, { ...call, staffId }, world.now()));
    const what = isNew ? "acknowledged" : "nothing-to-acknowledge";
    if (via === "bot") {
      await enqueue(tx, "answer-by-bot", { chatId: userId, what }, { urgency: "high" });
    } else {
      await enqueue(tx, "say", { userId, phrase: { say: what } }, { urgency: "high" });
    }
  });
}

/** To somebody whom we do not know, "1" is a greeting like any other. */
function introduce(world: World, chatId: string): Promise<void> {
  return enqueue(world.db, "answer-by-bot", { chatId, what: "who-we-are" });
}

async function memberBehind(
  db: Queryable,
  via: "oa" | "bot",
  userId: string,
): Promise<StaffId | undefined> {
  const [row] =
    via === "oa"
      ? await db
          .select({ staffId: staffZalo.staffId })
          .from(staffZalo)
          .where(eq(staffZalo.userId, userId))
      : await db
          .select({ staffId: dutyChannels.staffId })
          .from(dutyChannels)
          .where(and(eq(dutyChannels.channel, "bot"), eq(dutyChannels.address, userId)));
  return row === undefined ? undefined : StaffId.parse(row.staffId);
}

/** The call that is meant, of an open report: the one named, or this person's newest that still waits. */
async function callMeant(tx: Tx, staffId: StaffId, alert: string | null) {
  const ofPerson = and(eq(alertCalls.staffId, staffId), ne(reports.status, "closed"));
  const which =
    alert === null
      ? and(ofPerson, isNull(alertCalls.acknowledgedAt), stillWaits)
      : and(ofPerson, eq(alertCalls.code, alert));
  const [call] = await tx
    .select({
      reportId: alertCalls.reportId,
      deskId: alertCalls.deskId,
      takenRound: reports.takenRound,
    })
    .from(alertCalls)
    .innerJoin(reports, eq(reports.id, alertCalls.reportId))
    .where(which)
    .orderBy(desc(alertCalls.calledAt), desc(alertCalls.round))
    .limit(1);
  if (call === undefined) return undefined;
  return {
    reportId: ReportId.parse(call.reportId),
    deskId: DeskId.parse(call.deskId),
    since: call.takenRound ?? 0,
  };
}

/** Nobody has taken the report since that call. */
const stillWaits = gte(alertCalls.round, sql`coalesce(${reports.takenRound}, 0)`);

type Meant = {
  readonly reportId: ReportId;
  readonly deskId: DeskId;
  readonly staffId: StaffId;
  readonly since: number; // the first round that nobody's taking the report has overtaken
};

/** Every call of this person about this report that still waits has been heard. Said twice, it is said once. */
async function acknowledge(tx: Tx, { since, ...meant }: Meant, now: Instant): Promise<boolean> {
  const at = toTheMinute(now);
  const heard = await tx
    .update(alertCalls)
    .set({ acknowledgedAt: at })
    .where(
      and(
        eq(alertCalls.reportId, meant.reportId),
        eq(alertCalls.staffId, meant.staffId),
        isNull(alertCalls.acknowledgedAt),
        gte(alertCalls.round, since),
      ),
    )
    .returning({ code: alertCalls.code });
  if (heard.length === 0) return false;
  await record(tx, { kind: "alert-acknowledged", ...meant, at });
  return true;
}
