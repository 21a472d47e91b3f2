import type { DesksChanged, ReportAccepted } from "@truong-an/shared/api/reporter";
import type { ReceiptDigits } from "@truong-an/shared/receipt";
import { triageOf } from "@truong-an/shared/triage/triage";
import { text } from "../text/vi.ts";
import { postReport, putPhoto } from "./api.ts";
import { noTries, photoStepAfter, stepAfter, type Tries, waitMs } from "./outbox-steps.ts";
import { type OutboxStore, openOutboxStore } from "./outbox-store.ts";
import {
  type ArrivedParcel,
  afterArrival,
  type Parcel,
  type ParcelState,
  submissionIdOf,
  type UnsentParcel,
} from "./parcel.ts";
import { type Solving, solutionSoon, startSolving } from "./puzzle.ts";
import { keepPageWhile, letReportIn } from "./zalo-sdk-page.ts";

type Waiting = {
  parcel: Parcel;
  tries: Tries;
  solving: Solving | null; // the puzzle that goes with the next try
  reportIdentity: string | null; // in memory only: gone after a reload
  changed: DesksChanged | null; // what to seal for, once the report key is here again
  timer: ReturnType<typeof setTimeout> | null;
  isRunning: boolean;
};

const waiting = new Map<string, Waiting>();
let states: ReadonlyMap<string, ParcelState> = new Map();
const listeners = new Set<() => void>();
let store: OutboxStore | null = null;
keepPageWhile(() => waiting.size > 0);

/** What the parcels on this phone are doing, by submission id. A new map whenever one changes. */
export function parcelStates(): ReadonlyMap<string, ParcelState> {
  return states;
}

export function listenToOutbox(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes up again whatever an earlier visit left, and keeps trying whenever the network returns. */
export function startOutbox(): void {
  opened();
}

/**
 * Sends the sealed report until the server has said yes, and keeps it on the phone meanwhile:
 * sending never waits for storage. Resolves as soon as it is known whether the phone keeps it;
 * `isLasting` is false when only this page's memory does.
 */
export async function sendParcel(
  parcel: UnsentParcel,
  reportIdentity: string,
): Promise<{ readonly isLasting: boolean }> {
  const keeping = opened().keep(parcel);
  void run(enter(parcel, reportIdentity));
  return { isLasting: await keeping };
}

/** Tries now, whatever the clock says. */
export function sendNow(submissionId: string): void {
  const one = waiting.get(submissionId);
  if (one === undefined) return;
  one.tries = noTries;
  void run(one);
}

/** Opens the parcel with its receipt and goes on where new desks stopped it. */
export async function continueWithReceipt(
  submissionId: string,
  receipt: ReceiptDigits,
): Promise<void> {
  const one = waiting.get(submissionId);
  if (one === undefined || one.parcel.arrived !== null) return;
  try {
    const { identityByReceipt } = await import("./seal-again.ts");
    one.reportIdentity = await identityByReceipt(one.parcel, receipt);
  } catch {
    show(one, { kind: "needs-code", isWrong: true });
    return;
  }
  await run(one);
}

function opened(): OutboxStore {
  if (store !== null) return store;
  store = openOutboxStore();
  void resume(store);
  window.addEventListener("online", () => {
    for (const one of waiting.values()) if (one.timer !== null) void run(one);
  });
  return store;
}

/** Not in a page with Zalo's SDK: what waits goes on from the next one. */
async function resume(from: OutboxStore): Promise<void> {
  for (const parcel of await from.all()) {
    if (!letReportIn()) return;
    if (!waiting.has(submissionIdOf(parcel))) void run(enter(parcel, null));
  }
}

function enter(parcel: Parcel, reportIdentity: string | null): Waiting {
  const one = {
    parcel,
    reportIdentity,
    tries: noTries,
    solving: null,
    changed: null,
    timer: null,
    isRunning: false,
  };
  waiting.set(submissionIdOf(parcel), one);
  return one;
}

/** One parcel, one runner: from wherever it stands to arrival, or to the next wait. */
async function run(one: Waiting): Promise<void> {
  if (one.isRunning) return;
  one.isRunning = true;
  if (one.timer !== null) clearTimeout(one.timer);
  one.timer = null;
  try {
    while ((await goOn(one)) === "go-on");
  } catch {
    waitForNextTry(one, "server");
  } finally {
    one.isRunning = false;
  }
}

type Progress = "go-on" | "rest";

function goOn(one: Waiting): Promise<Progress> {
  const { parcel } = one;
  if (parcel.arrived !== null) return sendPhotos(one, parcel);
  return one.changed === null ? sendReport(one, parcel) : sealForNewDesks(one, parcel, one.changed);
}

async function sendReport(one: Waiting, parcel: UnsentParcel): Promise<Progress> {
  show(one, { kind: "sending" });
  const puzzle = await solutionFor(one);
  if (puzzle === null && !isUrgent(one)) return waitForNextTry(one, "network");
  const answer = await postReport({ report: parcel.report, puzzle });
  const step = stepAfter(answer, one.tries);
  switch (step.kind) {
    case "arrived":
      return arrive(one, parcel, step.accepted);
    case "solve-puzzle":
      one.tries = { ...one.tries, puzzles: one.tries.puzzles + 1 };
      return "go-on";
    case "seal-again":
      one.tries = { ...one.tries, seals: one.tries.seals + 1 };
      one.changed = step.changed;
      return "go-on";
    case "wait":
      return waitForNextTry(one, step.reason);
    case "stop":
      return show(one, { kind: "refused", message: step.message });
  }
}

/**
 * A quiet report goes with its solution, however long that takes. An urgent one goes without when
 * it does not come at once, and waits for it only after the server has asked for it.
 */
async function solutionFor(one: Waiting): Promise<string | null> {
  one.solving ??= startSolving();
  const mayGoWithout = isUrgent(one) && one.tries.puzzles === 0;
  const solution = mayGoWithout ? await solutionSoon(one.solving) : await one.solving.solution;
  if (solution !== undefined) one.solving = null; // each is good for one try
  return solution ?? null;
}

async function sealForNewDesks(
  one: Waiting,
  parcel: UnsentParcel,
  changed: DesksChanged,
): Promise<Progress> {
  if (one.reportIdentity === null) return show(one, { kind: "needs-code", isWrong: false });
  const { sealAgain } = await import("./seal-again.ts");
  const again = await sealAgain(parcel, changed, one.reportIdentity);
  if (again.kind === "untrusted") {
    return show(one, { kind: "refused", message: text.delivery.untrusted });
  }
  one.changed = null;
  one.parcel = again.parcel;
  void opened().keep(one.parcel);
  return "go-on";
}

function arrive(one: Waiting, parcel: UnsentParcel, accepted: ReportAccepted): Progress {
  one.parcel = afterArrival(parcel, accepted);
  one.tries = noTries;
  one.reportIdentity = null; // nothing is left to seal
  one.solving?.stop();
  one.solving = null;
  void opened().keep(one.parcel);
  return "go-on";
}

async function sendPhotos(one: Waiting, parcel: ArrivedParcel): Promise<Progress> {
  const [photo, ...others] = parcel.photos;
  if (photo === undefined) {
    await opened().remove(parcel.submissionId);
    waiting.delete(parcel.submissionId);
    return show(one, { kind: "sent", level: parcel.arrived });
  }
  show(one, { kind: "sending-photos", left: parcel.photos.length });
  const step = photoStepAfter(await putPhoto(photo.sha256, photo.sealed));
  if (step === "wait") return waitForNextTry(one, "network");
  one.parcel = { ...parcel, photos: others };
  one.tries = noTries;
  void opened().keep(one.parcel);
  return "go-on";
}

function waitForNextTry(one: Waiting, reason: "network" | "server"): Progress {
  one.tries = { ...one.tries, failures: one.tries.failures + 1, puzzles: 0, seals: 0 };
  one.timer = setTimeout(() => void run(one), waitMs(one.tries.failures, isUrgent(one)));
  const photosLeft = one.parcel.arrived === null ? null : one.parcel.photos.length;
  return show(one, { kind: "waiting", reason, photosLeft });
}

function isUrgent(one: Waiting): boolean {
  const { parcel } = one;
  if (parcel.arrived !== null) return parcel.arrived === "emergency";
  return triageOf(parcel.report.facts, parcel.report.signals).level === "emergency";
}

function show(one: Waiting, state: ParcelState): "rest" {
  states = new Map(states).set(submissionIdOf(one.parcel), state);
  for (const listener of listeners) listener();
  return "rest";
}
