import type { ReportAccepted } from "@truong-an/shared/api/reporter";
import { formVersion, shownFactsOnly } from "@truong-an/shared/form";
import { type DeskId, ReportId, type SchoolId } from "@truong-an/shared/ids";
import type { SealedReport } from "@truong-an/shared/report";
import { countedFrom } from "@truong-an/shared/routing/clocks";
import { desksThatMayRead } from "@truong-an/shared/routing/readers";
import { routeOf } from "@truong-an/shared/routing/route";
import { triageOf } from "@truong-an/shared/triage/triage";
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
