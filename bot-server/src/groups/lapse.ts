import { deskThatMay, lapseWarningDue } from "@truong-an/shared/group";
import { GroupId, StaffId } from "@truong-an/shared/ids";
import { and, eq, isNotNull } from "drizzle-orm";
import { zaloGroups } from "../db/group-tables.ts";
import { deskMembers, staff } from "../db/tables.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";
import { lapseLetter } from "../text/groups-vi.ts";
import type { World } from "../world.ts";
import { groupDesksOf } from "./desks.ts";
import { findGroup, type StoredGroup } from "./find.ts";
import { readSoon } from "./read.ts";

/** Nobody answered at the mail server: the job queue tries again. */
class NoMail extends Error {
  override readonly name = "NoMail";
}

/**
 * Looks, once a day, how long each group is still paid for. Its leads are warned fourteen and three
 * days before the end, once each; after it Zalo is asked how the group stands.
 */
export async function watchAssets(world: World): Promise<void> {
  const now = world.now();
  const groups = await world.db
    .select()
    .from(zaloGroups)
    .where(and(eq(zaloGroups.state, "enabled"), isNotNull(zaloGroups.assetUntil)));
  for (const group of groups) {
    const asset = { until: group.assetUntil, renewsItself: group.assetRenews };
    const due = lapseWarningDue(asset, group.lapseWarned, now);
    if (due !== undefined) await warn(world, group, due);
    const isOver = group.assetUntil !== null && group.assetUntil <= now && !group.assetRenews;
    if (isOver && group.zaloId !== null) await readSoon(world, world.db, group.zaloId);
  }
}

/** One letter to one lead. It names the group, which is no secret, and leads to the console. */
export async function warnOfLapse(
  world: World,
  { groupId, staffId, days }: Payload<"warn-of-lapse">,
): Promise<void> {
  if (world.mail === undefined) return;
  const [person] = await world.db
    .select({ email: staff.email })
    .from(staff)
    .where(eq(staff.id, staffId));
  const [group] = await world.db
    .select({ name: zaloGroups.name })
    .from(zaloGroups)
    .where(and(eq(zaloGroups.id, groupId), eq(zaloGroups.state, "enabled")));
  if (person === undefined || group === undefined) return;
  const letter = lapseLetter(
    group.name,
    days,
    new URL("/console#/groups", world.config.PUBLIC_URL),
  );
  const outcome = await world.mail.sendMail({ to: person.email, ...letter });
  if (outcome.kind === "unreachable") throw new NoMail();
}

async function warn(world: World, group: StoredGroup, days: number): Promise<void> {
  const groupId = GroupId.parse(group.id);
  const { place } = await findGroup(world.db, groupId);
  const leads = await leadsOf(world, place);
  await world.db.transaction(async (tx) => {
    const marked = await tx
      .update(zaloGroups)
      .set({ lapseWarned: days })
      .where(and(eq(zaloGroups.id, group.id), eq(zaloGroups.state, "enabled")))
      .returning({ id: zaloGroups.id });
    if (marked.length === 0) return;
    for (const staffId of leads) {
      const key = `warn-of-lapse:${groupId}:${staffId}:${days}`;
      await enqueue(tx, "warn-of-lapse", { groupId, staffId, days }, { key });
    }
  });
}

type Place = Parameters<typeof deskThatMay>[2];

async function leadsOf(world: World, place: Place): Promise<readonly StaffId[]> {
  const people = await world.db
    .selectDistinct({ id: deskMembers.staffId })
    .from(deskMembers)
    .where(eq(deskMembers.role, "lead"));
  const leads: StaffId[] = [];
  for (const { id } of people) {
    const staffId = StaffId.parse(id);
    const of = await groupDesksOf(world.db, staffId);
    if (deskThatMay(of, "lead", place) !== undefined) leads.push(staffId);
  }
  return leads;
}
