import { DeskId, SchoolId } from "@truong-an/shared/ids";
import type { Envelope, Facts } from "@truong-an/shared/report";
import { countedFrom } from "@truong-an/shared/routing/clocks";
import type { Decided } from "@truong-an/shared/routing/ladder";
import { desksThatMayRead } from "@truong-an/shared/routing/readers";
import { type Route, routeAfterRaise } from "@truong-an/shared/routing/route";
import type { Instant } from "@truong-an/shared/time";
import type { Tx } from "../db/open.ts";
import { envelopes } from "../db/tables.ts";
import { holders } from "../desks/release.ts";
import { findPlace } from "../directory/find.ts";
import type { World } from "../world.ts";
import { refuseWithDesks } from "./receive.ts";
import type { ReportRow } from "./standing.ts";

export type Turn = {
  readonly report: ReportRow;
  readonly decided: Decided;
  readonly facts: Facts;
};

export type Rerouted = { readonly route: Route; readonly now: Instant };

/**
 * The route of a report whose level goes up, from now on. Every desk that it adds gets its envelope
 * out of those given; refuses `desks-changed`, naming the desks still without one, so that whoever
 * holds the report key can seal to them. An envelope for a desk that may not read is not kept.
 */
export async function routeUp(
  world: World,
  tx: Tx,
  { report, decided, facts }: Turn,
  given: readonly Envelope[],
): Promise<Rerouted> {
  const schoolId = SchoolId.parse(report.schoolId);
  const place = await findPlace(tx, schoolId);
  const held = await holders(tx, report.id);
  const readers = desksThatMayRead(decided, facts, place);
  const missing = readers.filter((desk) => !held.all.includes(desk));
  const keyNumbers = new Map(place.desks.map((desk) => [desk.id, desk.keyNumber]));
  const fitting = given.filter(
    ({ deskId, keyNumber }) => missing.includes(deskId) && keyNumbers.get(deskId) === keyNumber,
  );
  if (new Set(fitting.map(({ deskId }) => deskId)).size !== missing.length) {
    await refuseWithDesks(world, schoolId, missing);
  }
  await addEnvelopes(tx, report, fitting);
  const now = countedFrom(world.now(), world.config.CLOCKS[decided.level]);
  const timing = { now, clocks: world.config.CLOCKS, calendar: world.calendar };
  const from = { owner: DeskId.parse(report.ownerDeskId), told: held.told };
  return { route: routeAfterRaise(from, decided, facts, place, timing), now };
}

/**
 * The route of a report whose level goes down, from now on: its own desks only, since one that came
 * into the directory later holds no key to it.
 */
export async function routeDown(
  world: World,
  tx: Tx,
  { report, decided, facts }: Turn,
): Promise<Rerouted & { readonly told: readonly DeskId[] }> {
  const place = await findPlace(tx, SchoolId.parse(report.schoolId));
  const { all, told } = await holders(tx, report.id);
  const desks = place.desks.filter(({ id }) => all.includes(id));
  const now = countedFrom(world.now(), world.config.CLOCKS[decided.level]);
  const timing = { now, clocks: world.config.CLOCKS, calendar: world.calendar };
  const from = { owner: DeskId.parse(report.ownerDeskId), told };
  return { route: routeAfterRaise(from, decided, facts, { ...place, desks }, timing), now, told };
}

async function addEnvelopes(tx: Tx, report: ReportRow, fitting: readonly Envelope[]) {
  if (fitting.length === 0) return;
  const rows = fitting.map(({ deskId, keyNumber, sealed }) => {
    return { reportId: report.id, deskId, keyNumber, sealed: Buffer.from(sealed, "base64") };
  });
  await tx.insert(envelopes).values(rows).onConflictDoNothing();
}
