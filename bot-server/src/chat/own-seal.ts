import { Piece } from "@truong-an/shared/chat/state";
import { SubmissionId } from "@truong-an/shared/ids";
import { CannotOpen, openWith, recipientOf, sealTo } from "@truong-an/shared/sealing/age";
import { fromBase64, fromUtf8, toBase64, toUtf8 } from "@truong-an/shared/sealing/bytes";
import { z } from "zod";
import type { World } from "../world.ts";

/** One bubble as the ear sealed it, and the draft that it was sealed to. */
export const PieceForDraft = z.strictObject({ ...Piece.shape, submissionId: SubmissionId });
export type PieceForDraft = z.infer<typeof PieceForDraft>;

/**
 * What stands in a job beside a Zalo id, or is one beside a report, is sealed to our own key while it
 * waits: whoever has the database alone cannot join the two.
 */
export async function sealPiece(world: World, piece: PieceForDraft): Promise<string> {
  return sealForUs(world, JSON.stringify(piece));
}

/** The bubble again; null when it cannot be opened, because our key has been changed meanwhile. */
export async function openPiece(
  world: World,
  sealed: string | null,
): Promise<PieceForDraft | null> {
  const opened = sealed === null ? null : await openForUs(world, sealed);
  return opened === null ? null : PieceForDraft.parse(JSON.parse(opened));
}

export async function sealTeller(world: World, userId: string): Promise<string> {
  return sealForUs(world, userId);
}

/** Whom to tell; null: nobody, or nobody whom we can still name. */
export async function openTeller(world: World, sealed: string | null): Promise<string | null> {
  return sealed === null ? null : openForUs(world, sealed);
}

async function sealForUs({ config }: Pick<World, "config">, text: string): Promise<string> {
  const own = await recipientOf(config.SERVER_KEY);
  return toBase64(await sealTo([own], toUtf8(text)));
}

async function openForUs({ config }: Pick<World, "config">, sealed: string) {
  try {
    return fromUtf8(await openWith(config.SERVER_KEY, fromBase64(sealed)));
  } catch (error) {
    if (error instanceof CannotOpen) return null;
    throw error;
  }
}
