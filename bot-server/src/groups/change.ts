import { pauseMs } from "@truong-an/shared/broadcast";
import { ChangeKind, type ChangeStatus } from "@truong-an/shared/group";
import { GroupChangeId, GroupId } from "@truong-an/shared/ids";
import { instant } from "@truong-an/shared/time";
import { and, eq } from "drizzle-orm";
import { record } from "../audit/record.ts";
import { groupAssets, groupChanges, zaloGroups } from "../db/group-tables.ts";
import type { Tx } from "../db/open.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import type { World } from "../world.ts";
import { ZaloRefused, ZaloUnreachable } from "../zalo/errors.ts";
import { ask } from "./ask.ts";
import { type Change, type Columns, carryOut, type Outcome } from "./carry-out.ts";
import type { StoredGroup } from "./find.ts";
import { readSoon } from "./read.ts";

const mostAttempts = 10;

/**
 * Asks Zalo for one change and writes down how it went. Whoever works on it holds its row, so a
 * second worker passes by; when the first one dies, what it had asked for is looked up, not repeated.
 */
export async function changeGroup(
  world: World,
  { changeId }: Payload<"change-group">,
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const [change] = await tx
      .select()
      .from(groupChanges)
      .where(and(eq(groupChanges.id, changeId), eq(groupChanges.status, "waiting")))
      .for("update", { skipLocked: true });
    if (change === undefined) return;
    const [group] = await tx.select().from(zaloGroups).where(eq(zaloGroups.id, change.groupId));
    if (group === undefined) return;
    await settle(world, tx, change, group, await outcomeOf(world, tx, change, group));
  });
}

async function outcomeOf(
  world: World,
  tx: Tx,
  change: Change,
  group: StoredGroup,
): Promise<Outcome> {
  if (world.zalo === undefined) return { kind: "refused", code: "not-configured" };
  try {
    return await carryOut(world.zalo.groups, tx, change, group);
  } catch (error) {
    if (error instanceof ZaloRefused) return { kind: "refused", code: String(error.code) };
    if (!(error instanceof ZaloUnreachable)) throw error;
    return { kind: "unreachable", code: error.why, waitMs: error.retryAfterMs };
  }
}

async function settle(
  world: World,
  tx: Tx,
  change: Change,
  group: StoredGroup,
  outcome: Outcome,
): Promise<void> {
  const attempts = change.attempts + 1;
  if (outcome.kind === "unreachable" && attempts < mostAttempts) {
    await save(tx, change, { attempts, code: outcome.code });
    const at = instant(world.now() + (outcome.waitMs ?? pauseMs(attempts + 1, Math.random())));
    const changeId = GroupChangeId.parse(change.id);
    await enqueue(tx, "change-group", { changeId }, { key: `change-group:${changeId}`, at });
    return;
  }
  const status = statusOf(outcome);
  const code = outcome.kind === "done" ? null : outcome.code;
  const at = world.now();
  await save(tx, change, { attempts, status, code, settledAt: at });
  const columns = outcome.kind === "done" ? outcome.columns : afterRefusal(change, outcome);
  if (Object.keys(columns).length > 0) {
    await tx.update(zaloGroups).set(columns).where(eq(zaloGroups.id, group.id));
  }
  if (outcome.kind === "done") await markAsset(tx, columns, group);
  const kind = ChangeKind.parse(change.kind);
  const groupId = GroupId.parse(group.id);
  await record(tx, { kind: "group-change-settled", groupId, change: kind, status, at });
  if (outcome.kind === "done")
    await follow(world, tx, kind, groupId, columns.zaloId ?? group.zaloId);
}

/** What paid for the group before is free again, what pays now is not: until Zalo lists them anew. */
async function markAsset(tx: Tx, columns: Columns, group: StoredGroup): Promise<void> {
  const before = group.assetId;
  const after = columns.state === "deleted" ? null : (columns.assetId ?? before);
  const mark = (assetId: string, isUsed: boolean) =>
    tx.update(groupAssets).set({ isUsed, usedBy: null }).where(eq(groupAssets.assetId, assetId));
  if (before !== null && before !== after) await mark(before, false);
  if (after !== null) await mark(after, true);
}

function statusOf(outcome: Outcome): ChangeStatus {
  if (outcome.kind === "unreachable") return "gave-up";
  return outcome.kind;
}

function afterRefusal(change: Change, outcome: Outcome): Columns {
  if (outcome.kind !== "refused") return {};
  if (change.kind === "create") return { state: "refused" };
  return outcome.code === lapsed ? { state: "disabled" } : {};
}

/** A bulletin's group is locked from the start: only the account writes, and who leads it. */
async function follow(
  world: World,
  tx: Tx,
  kind: ChangeKind,
  groupId: GroupId,
  zaloId: string | null,
): Promise<void> {
  if (kind === "create") {
    const lock = { groupId, kind: "lock", assetId: null, firstMembers: [] } as const;
    await ask(world, tx, { ...lock, staffId: null, deskId: null });
  }
  if (zaloId !== null && kind !== "delete") await readSoon(world, tx, zaloId);
}

async function save(tx: Tx, change: Change, columns: Partial<Change>): Promise<void> {
  await tx.update(groupChanges).set(columns).where(eq(groupChanges.id, change.id));
}

const lapsed = "-237"; // the group is disabled: what paid for it has lapsed
