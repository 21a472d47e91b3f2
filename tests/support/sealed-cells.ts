import { openWith } from "@truong-an/shared/sealing/age";
import { fromBase64 } from "@truong-an/shared/sealing/bytes";
import { receiptKeys } from "@truong-an/shared/sealing/receipt-keys";
import { parseInvitation, passphraseKeys } from "@truong-an/shared/sealing/staff-keys";
import { unlock } from "./colleague.ts";
import type { Cell } from "./database-dump.ts";
import type { Backdrop } from "./stage.ts";
import type { WholeStory } from "./whole-story.ts";

const ageFile = Buffer.from("age-encryption.org/v1\n");

/** Columns that hold what people have told, in whatever form it came. */
export function holdsWords(where: string): boolean {
  return /^public\.(reports\.(story|receipt_envelope)|(messages|photos|notes|envelopes)\.sealed)$/.test(
    where,
  );
}

/** Whether these bytes are sealed, by how they begin. */
export function isAgeFile(bytes: Buffer): boolean {
  return bytes.subarray(0, ageFile.length).equals(ageFile);
}

/** Everything in the dump that is sealed. */
export function sealedCells(all: readonly Cell[]): readonly Cell[] {
  return all.filter(({ bytes }) => isAgeFile(bytes));
}

/** Where something opened, for each sealed value that any of the keys opens. */
export async function openedBy(
  keys: ReadonlySet<string>,
  sealed: readonly Cell[],
): Promise<string[]> {
  const opened: string[] = [];
  for (const { where, bytes } of sealed) {
    for (const key of keys) {
      const isOpen = await openWith(key, bytes).then(
        () => true,
        () => false,
      );
      if (isOpen) opened.push(where);
      if (isOpen) break;
    }
  }
  return opened;
}

/** Every private key of this story: desks, reports, members and their passphrases, receipts, invitations. */
export async function privateKeysOf(
  story: WholeStory,
  backdrop: Backdrop,
): Promise<readonly string[]> {
  const members = await Promise.all(
    [story.police, story.school].map(async ({ me, passphrase }) => {
      const { unlockIdentity } = await passphraseKeys(passphrase, fromBase64(me.salt));
      return [unlockIdentity, await unlock(me, unlockIdentity)];
    }),
  );
  const receipts = await Promise.all(
    [story.urgent, story.quiet].map(async ({ receipt }) => (await receiptKeys(receipt)).identity),
  );
  const open = backdrop.invitations.filter(
    ({ personId }) => ![story.police, story.school].some(({ me }) => me.id === personId),
  );
  return [
    ...[...backdrop.deskKeys.values()].map(({ identity }) => identity),
    story.urgent.reportIdentity,
    story.quiet.reportIdentity,
    ...members.flat(),
    ...receipts,
    ...open.map(({ printed }) => parseInvitation(printed)?.identity ?? ""),
  ];
}
