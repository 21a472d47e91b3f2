import type { ReportAccepted } from "@truong-an/shared/api/reporter";
import { formVersion, shownFactsOnly } from "@truong-an/shared/form";
import { type DeskId, ReportId, type SchoolId } from "@truong-an/shared/ids";
import type { Facts, SealedReport } from "@truong-an/shared/report";
import { countedFrom } from "@truong-an/shared/routing/clocks";
import { desksThatMayRead } from "@truong-an/shared/routing/readers";
import { routeOf } from "@truong-an/shared/routing/route";
import { type Triage, triageOf } from "@truong-an/shared/triage/triage";
import { type FoundPlace, findSheet, openPlaces } from "../directory/find.ts";
import { Refusal, refuseUnless } from "../refusal.ts";
import type { World } from "../world.ts";
import { openCommit } from "./commit.ts";
import { findSubmission } from "./find-submission.ts";

/** What receiving needs that outlives one report: those that arrive together are stored together. */
export type Reception = ReturnType<typeof openReception>;

export function openReception(world: World) {
  return { world, findPlace: openPlaces(world.db), commit: openCommit(world.pool) };
}

/**
 * The spine: one sealed report, from check to commit. Deciding is pure and cannot fail; the
 * report, its envelopes, its audit entries and its jobs are stored together or not at all.
 * Sending the same submission again is the same report. Refuses `desks-changed` with the signed
 * sheet when the envelopes are not for exactly the desks that may read it.
 */
export async function receiveReport(
  { world, findPlace, commit }: Reception,
  sealed: SealedReport,
): Promise<ReportAccepted> {
  refuseUnless(sealed.formVersion <= formVersion, "form-changed");
  const place = await findPlace(sealed.schoolId);

  const facts = shownFactsOnly(sealed.facts); // answers that the form's branch did not show are cleared
  const triage = triageOf(facts, sealed.signals);
  const readers = desksThatMayRead(triage, facts, place);
  if (!envelopesMatch(sealed, readers, place)) {
    const earlier = await findSubmission(world.db, sealed.submissionId);
    if (earlier !== undefined) return earlier; // stored under an older directory: still the same report
    await refuseWithDesks(world, sealed.schoolId, readers);
  }

  return commitDecided({ world, commit }, sealed, { place, facts, triage });
}

/**
 * A report whose words were sealed before all was known, and by someone who holds no key any more: it
 * was told in the chat. It carries an envelope for every desk that might be asked, and keeps those of
 * the desks that may read it. What the directory has changed in the meantime changes nothing for it,
 * as for a report sent a moment before: it goes to those of its desks that still answer for the place,
 * under the keys they had. Refuses `not-found` when none of them does.
 */
export async function receiveSealedBefore(
  { world, findPlace, commit }: Reception,
  sealed: SealedReport,
): Promise<ReportAccepted> {
  const found = await findPlace(sealed.schoolId);
  const sealedTo = new Set(sealed.envelopes.map(({ deskId }) => deskId));
  const place = { ...found, desks: found.desks.filter(({ id }) => sealedTo.has(id)) };
  refuseUnless(place.desks.length > 0, "not-found");

  const facts = shownFactsOnly(sealed.facts);
  const triage = triageOf(facts, sealed.signals);
  const readers = new Set(desksThatMayRead(triage, facts, place));
  const envelopes = sealed.envelopes.filter(({ deskId }) => readers.has(deskId));
  const fitting = { ...sealed, envelopes };
  return commitDecided({ world, commit }, fitting, { place, facts, triage });
}

type Deciding = {
  readonly place: FoundPlace;
  readonly facts: Facts;
  readonly triage: Triage;
};

async function commitDecided(
  { world, commit }: Omit<Reception, "findPlace">,
  sealed: SealedReport,
  { place, facts, triage }: Deciding,
): Promise<ReportAccepted> {
  const now = countedFrom(world.now(), world.config.CLOCKS[triage.level]);
  const route = routeOf(triage, facts, place, now, world.config.CLOCKS, world.calendar);
  const id = ReportId.parse(crypto.randomUUID());
  const isNew = await commit({ id, sealed, facts, triage, route, now });
  if (isNew) {
    world.metrics.reportsReceived.inc();
    return { level: triage.level, photosWanted: sealed.photos };
  }
  const earlier = await findSubmission(world.db, sealed.submissionId);
  refuseUnless(earlier !== undefined, "malformed"); // another report holds this receipt's finder
  return earlier;
}

/** Whether there is one envelope, with the current key, for each desk that may read and for no other. */
function envelopesMatch(
  sealed: SealedReport,
  readers: readonly DeskId[],
  place: FoundPlace,
): boolean {
  const keyNumbers = new Map(place.desks.map((desk) => [desk.id, desk.keyNumber]));
  const sealedTo = new Map(
    sealed.envelopes.map((envelope) => [envelope.deskId, envelope.keyNumber]),
  );
  return (
    sealed.envelopes.length === readers.length &&
    readers.every((desk) => sealedTo.get(desk) === keyNumbers.get(desk))
  );
}

/** Says which desks must be able to read, with the signed sheet, so that the phone can seal again. */
export async function refuseWithDesks(
  world: World,
  schoolId: SchoolId,
  desks: readonly DeskId[],
): Promise<never> {
  throw new Refusal("desks-changed", { sheet: await findSheet(world.db, schoolId), desks });
}
