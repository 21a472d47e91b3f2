import {
  ChatState,
  type Draft,
  forgottenAfterMinutes,
  freshState,
  isToBeSent,
} from "@truong-an/shared/chat/state";
import { addMinutes, type Instant, instant } from "@truong-an/shared/time";
import { and, eq, inArray, lt } from "drizzle-orm";
import { chatStates } from "../db/chat-tables.ts";
import type { Queryable, Tx } from "../db/open.ts";
import { together } from "../db/together.ts";
import type { World } from "../world.ts";

/** A conversation as it is kept. */
export type Kept = {
  readonly state: ChatState;
  readonly lastEventAt: Instant;
  readonly humanUntil: Instant | null;
};

/**
 * Where a conversation stands. One that has been forgotten begins anew, as does one that this release
 * cannot read; an unsent story is not forgotten.
 */
export async function findState(world: Reading, person: Buffer): Promise<Kept> {
  const [kept = unknown] = await findStates(world, [person]);
  return kept;
}

/** What reading a conversation takes. */
type Reading = Pick<World, "db" | "now" | "log">;

/** The same for all who ask at once, so that a slow database slows none by another. */
export function openStates(world: Reading) {
  return together((people: readonly Buffer[]) => findStates(world, people), {
    most: 100,
    atOnce: 3,
  });
}

async function findStates(world: Reading, people: readonly Buffer[]): Promise<readonly Kept[]> {
  const rows = await world.db
    .select()
    .from(chatStates)
    .where(inArray(chatStates.person, [...people]));
  const byPerson = new Map(rows.map((row) => [row.person.toString("hex"), keptOf(world, row)]));
  return people.map((person) => byPerson.get(person.toString("hex")) ?? unknown);
}

/** The same, with the row locked until the transaction ends. */
export async function lockState(world: Omit<Reading, "db">, tx: Tx, person: Buffer): Promise<Kept> {
  const rows = tx.select().from(chatStates).where(eq(chatStates.person, person));
  const [row] = await rows.for("update");
  return row === undefined ? unknown : keptOf(world, row);
}

export async function saveState(
  tx: Queryable,
  person: Buffer,
  { state, lastEventAt, humanUntil }: Kept,
  now: Instant,
): Promise<void> {
  const silence = addMinutes(now, forgottenAfterMinutes);
  const expiresAt = instant(Math.max(silence, humanUntil ?? 0));
  const kept = { state, lastEventAt, humanUntil, expiresAt };
  await tx
    .insert(chatStates)
    .values({ person, ...kept })
    .onConflictDoUpdate({ target: chatStates.person, set: kept });
}

export async function dropState(tx: Queryable, person: Buffer): Promise<void> {
  await tx.delete(chatStates).where(eq(chatStates.person, person));
}

/** A conversation that has been silent for too long. */
export type Silent = {
  readonly person: Buffer;
  readonly unsent: Draft | null; // what was told, or chosen, and waits to be sent all the same
  /** It was written by another release, which might yet read it. */
  readonly isUnreadable: boolean;
  readonly expiresAt: Instant;
};

export async function findSilent(db: Queryable, now: Instant): Promise<readonly Silent[]> {
  const rows = await db.select().from(chatStates).where(lt(chatStates.expiresAt, now));
  return rows.map(({ person, state, expiresAt }) => {
    const read = ChatState.safeParse(state).data;
    const unsent = read === undefined ? null : unsentIn(read);
    return { person, unsent, isUnreadable: read === undefined, expiresAt };
  });
}

/** Deletes those of them in which nothing was said meanwhile. */
export async function dropSilent(
  db: Queryable,
  people: readonly Buffer[],
  now: Instant,
): Promise<void> {
  const theirs = inArray(chatStates.person, [...people]);
  await db.delete(chatStates).where(and(theirs, lt(chatStates.expiresAt, now)));
}

function unsentIn({ stage }: ChatState): Draft | null {
  return stage.at === "telling" && isToBeSent(stage.draft) ? stage.draft : null;
}

const unknown: Kept = { state: freshState, lastEventAt: instant(0), humanUntil: null };

function keptOf(
  { now, log }: Pick<World, "now" | "log">,
  row: typeof chatStates.$inferSelect,
): Kept {
  const { lastEventAt, humanUntil } = row;
  const read = ChatState.safeParse(row.state).data;
  if (read === undefined) {
    log.error("a conversation cannot be read");
    return { ...unknown, lastEventAt, humanUntil };
  }
  const isForgotten = row.expiresAt < now() && unsentIn(read) === null;
  return isForgotten ? { ...unknown, lastEventAt } : { state: read, lastEventAt, humanUntil };
}
