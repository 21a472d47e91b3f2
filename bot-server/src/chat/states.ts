import {
  ChatState,
  type Draft,
  forgottenAfterMinutes,
  freshState,
} from "@truong-an/shared/chat/state";
import { addMinutes, type Instant, instant } from "@truong-an/shared/time";
import { eq, inArray, lt, sql } from "drizzle-orm";
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

/** Where a conversation stands. One that has been forgotten begins anew; an unsent story is not forgotten. */
export async function findState(db: Queryable, person: Buffer, now: Instant): Promise<Kept> {
  const [kept = unknown] = await findStates(db, [person], now);
  return kept;
}

/** The same for all who ask at once, so that a slow database slows none by another. */
export function openStates({ db, now }: Pick<World, "db" | "now">) {
  return together((people: readonly Buffer[]) => findStates(db, people, now()), {
    most: 100,
    atOnce: 3,
  });
}

async function findStates(
  db: Queryable,
  people: readonly Buffer[],
  now: Instant,
): Promise<readonly Kept[]> {
  const rows = await db
    .select()
    .from(chatStates)
    .where(inArray(chatStates.person, [...people]));
  const byPerson = new Map(rows.map((row) => [row.person.toString("hex"), keptOf(row, now)]));
  return people.map((person) => byPerson.get(person.toString("hex")) ?? unknown);
}

/** The same, with the row locked until the transaction ends. */
export async function lockState(tx: Tx, person: Buffer, now: Instant): Promise<Kept> {
  const rows = tx.select().from(chatStates).where(eq(chatStates.person, person));
  const [row] = await rows.for("update");
  return row === undefined ? unknown : keptOf(row, now);
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

/** Deletes what has been silent for too long, but for stories that still wait to be sent. */
export async function dropForgotten(db: Queryable, now: Instant): Promise<void> {
  await db.execute(sql`
    delete from chat_states
    where expires_at < ${new Date(now).toISOString()}::timestamptz
      and coalesce(jsonb_array_length(state #> '{stage,draft,pieces}'), 0) = 0`);
}

/** Stories that wait to be sent although their conversation is long silent. */
export async function findForgottenDrafts(
  db: Queryable,
  now: Instant,
): Promise<readonly { readonly person: Buffer; readonly draft: Draft }[]> {
  const rows = await db.select().from(chatStates).where(lt(chatStates.expiresAt, now));
  return rows.flatMap(({ person, state }) => {
    const { stage } = ChatState.parse(state);
    const isUnsent = stage.at === "telling" && stage.draft.pieces.length > 0;
    return isUnsent ? [{ person, draft: stage.draft }] : [];
  });
}

const unknown: Kept = { state: freshState, lastEventAt: instant(0), humanUntil: null };

function keptOf(row: typeof chatStates.$inferSelect, now: Instant): Kept {
  const state = ChatState.parse(row.state);
  const isUnsent = state.stage.at === "telling" && state.stage.draft.pieces.length > 0;
  if (row.expiresAt < now && !isUnsent) return { ...unknown, lastEventAt: row.lastEventAt };
  return { state, lastEventAt: row.lastEventAt, humanUntil: row.humanUntil };
}
