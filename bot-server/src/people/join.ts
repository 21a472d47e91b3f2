import { createHash } from "node:crypto";
import type {
  AcceptInvitation,
  InvitationAccepted,
  InvitationOpened,
} from "@truong-an/shared/api/staff";
import { DeskId, StaffId } from "@truong-an/shared/ids";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { z } from "zod";
import { record } from "../audit/record.ts";
import type { Queryable } from "../db/open.ts";
import { deskMembers, desks, invitations, staff } from "../db/tables.ts";
import { Refusal, refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";
import { newTotp, validStep } from "./totp.ts";

/** Greets the person an invitation is for and hands out the desk key, sealed to the link's secret. */
export async function openInvitation(world: World, token: string): Promise<InvitationOpened> {
  const { invitation, person, desk } = await findInvitation(world, world.db, token);
  if (invitation.deskKeyEnvelope === null) throw new Refusal("invitation-spent");
  return {
    staffName: person.name,
    email: person.email,
    desk: {
      id: DeskId.parse(desk.id),
      name: desk.name,
      keyNumber: invitation.keyNumber,
      recipient: desk.recipient,
    },
    deskKeyEnvelope: invitation.deskKeyEnvelope.toString("base64"),
  };
}

/**
 * Keeps the newcomer's locked key, their own envelope of the desk key and a fresh second factor.
 * Nothing works yet: the invitation is spent by the first one-time code. Doing it again starts over.
 */
export async function acceptInvitation(
  world: World,
  given: z.infer<typeof AcceptInvitation>,
): Promise<InvitationAccepted> {
  const { SERVER_KEY } = world.config;
  const { person } = await findInvitation(world, world.db, given.token);
  const totp = await newTotp(SERVER_KEY, person.email);
  await world.db.transaction(async (tx) => {
    const { invitation } = await findInvitation(world, tx, given.token);
    const [locked] = await tx
      .select({ joinedAt: staff.joinedAt })
      .from(staff)
      .where(eq(staff.id, person.id))
      .for("update");
    // Someone who has joined holds a key that opens reports: an invitation never takes its place.
    refuseUnless(locked?.joinedAt === null, "not-now");
    await tx
      .update(staff)
      .set({
        salt: given.salt,
        signInHash: hashOf(Buffer.from(given.signInHalf, "base64")),
        recipient: given.recipient,
        lockedIdentity: Buffer.from(given.lockedIdentity, "base64"),
        totpSealed: totp.sealed,
        totpLastStep: null,
      })
      .where(eq(staff.id, person.id));
    const membership = {
      deskId: invitation.deskId,
      staffId: person.id,
      role: invitation.role,
      deskKeyEnvelope: Buffer.from(given.deskKeyEnvelope, "base64"),
      keyNumber: invitation.keyNumber,
    };
    await tx
      .insert(deskMembers)
      .values(membership)
      .onConflictDoUpdate({ target: [deskMembers.deskId, deskMembers.staffId], set: membership });
  });
  return { totpUri: totp.uri, totpSecret: totp.secret };
}

/** The first one-time code: spends the invitation, and from now on this person can sign in. */
export async function confirmInvitation(
  world: World,
  token: string,
  oneTimeCode: string,
): Promise<StaffId> {
  return world.db.transaction(async (tx) => {
    const { invitation, person } = await findInvitation(world, tx, token);
    refuseUnless(person.totpSealed !== null, "not-now");
    const now = world.now();
    const step = await validStep(world.config.SERVER_KEY, person.totpSealed, oneTimeCode, now);
    refuseUnless(step !== undefined, "sign-in-refused");
    await tx
      .update(staff)
      .set({ joinedAt: now, totpLastStep: step })
      .where(eq(staff.id, person.id));
    await tx
      .update(invitations)
      .set({ usedAt: now, deskKeyEnvelope: null })
      .where(eq(invitations.tokenHash, invitation.tokenHash));
    const staffId = StaffId.parse(person.id);
    await record(tx, {
      kind: "staff-joined",
      staffId,
      deskId: DeskId.parse(invitation.deskId),
      at: now,
    });
    return staffId;
  });
}

/** Holds the invitation until the transaction ends: two tabs cannot spend it, or start over, at once. */
async function findInvitation(world: World, db: Queryable, token: string) {
  const [row] = await db
    .select({ invitation: invitations, person: staff, desk: desks })
    .from(invitations)
    .innerJoin(staff, eq(staff.id, invitations.staffId))
    .innerJoin(desks, eq(desks.id, invitations.deskId))
    .where(
      and(
        eq(invitations.tokenHash, hashOf(token)),
        isNull(invitations.usedAt),
        gt(invitations.expiresAt, world.now()),
      ),
    )
    .for("update", { of: invitations });
  if (row === undefined) throw new Refusal("invitation-spent");
  return row;
}

function hashOf(secret: string | Buffer): Buffer {
  return createHash("sha256").update(secret).digest();
}
