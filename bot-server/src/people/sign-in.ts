import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Me, SignIn } from "@truong-an/shared/api/staff";
import { DeskKind } from "@truong-an/shared/directory";
import { DeskId, StaffId } from "@truong-an/shared/ids";
import { DeskRole } from "@truong-an/shared/staff";
import { and, asc, eq, isNotNull, isNull, lt, or } from "drizzle-orm";
import type { z } from "zod";
import { record } from "../audit/record.ts";
import { deskMembers, desks, staff } from "../db/tables.ts";
import { Refusal } from "../refusal.ts";
import type { World } from "../world.ts";
import { newTotp, validStep } from "./totp.ts";

/**
 * The salt for this e-mail address. An unknown address gets an invented one, always the same, so
 * that nobody learns who works here.
 */
export async function saltFor(world: World, email: string): Promise<string> {
  const [person] = await world.db
    .select({ salt: staff.salt })
    .from(staff)
    .where(and(eq(staff.email, email.toLowerCase()), isNotNull(staff.joinedAt)));
  return person?.salt ?? inventedSalt(world, email.toLowerCase());
}

function inventedSalt(world: World, email: string): string {
  const digest = createHmac("sha256", world.config.PUZZLE_KEY).update(`salt:${email}`).digest();
  return digest.subarray(0, 16).toString("base64");
}

/** Checks both factors. Every mistake is the same refusal; a one-time code works once. */
export async function signIn(world: World, given: z.infer<typeof SignIn>): Promise<StaffId> {
  const [person] = await world.db
    .select()
    .from(staff)
    .where(and(eq(staff.email, given.email.toLowerCase()), isNotNull(staff.joinedAt)));
  if (person?.signInHash == null || person.totpSealed === null) {
    await newTotp(world.config.SERVER_KEY, ""); // takes about as long as for someone who works here
    throw new Refusal("sign-in-refused");
  }
  const staffId = StaffId.parse(person.id);
  const at = world.now();
  const half = createHash("sha256").update(Buffer.from(given.signInHalf, "base64")).digest();
  const step = await validStep(world.config.SERVER_KEY, person.totpSealed, given.oneTimeCode, at);
  const isRight = timingSafeEqual(half, person.signInHash) && step !== undefined;
  if (!isRight || !(await spendStep(world, staffId, step))) {
    await record(world.db, { kind: "sign-in-refused", staffId, at });
    throw new Refusal("sign-in-refused");
  }
  await record(world.db, { kind: "signed-in", staffId, at });
  return staffId;
}

async function spendStep(world: World, staffId: StaffId, step: number): Promise<boolean> {
  const spent = await world.db
    .update(staff)
    .set({ totpLastStep: step })
    .where(and(eq(staff.id, staffId), or(isNull(staff.totpLastStep), lt(staff.totpLastStep, step))))
    .returning({ id: staff.id });
  return spent.length === 1;
}

/** Who is signed in, with the locked key and the desk keys that only the passphrase opens. */
export async function whoIs(world: World, staffId: StaffId): Promise<Me> {
  const [person] = await world.db.select().from(staff).where(eq(staff.id, staffId));
  if (person?.salt == null || person.recipient === null || person.lockedIdentity === null) {
    throw new Refusal("signed-out");
  }
  const memberships = await world.db
    .select({
      id: desks.id,
      kind: desks.kind,
      name: desks.name,
      recipient: desks.recipient,
      role: deskMembers.role,
      keyNumber: deskMembers.keyNumber,
      envelope: deskMembers.deskKeyEnvelope,
    })
    .from(deskMembers)
    .innerJoin(desks, eq(desks.id, deskMembers.deskId))
    .where(eq(deskMembers.staffId, staffId))
    .orderBy(asc(desks.name));
  return {
    id: staffId,
    name: person.name,
    email: person.email,
    salt: person.salt,
    recipient: person.recipient,
    lockedIdentity: person.lockedIdentity.toString("base64"),
    desks: memberships.map(({ envelope, ...desk }) => ({
      ...desk,
      id: DeskId.parse(desk.id),
      kind: DeskKind.parse(desk.kind),
      role: DeskRole.parse(desk.role),
      deskKeyEnvelope: envelope.toString("base64"),
    })),
  };
}
