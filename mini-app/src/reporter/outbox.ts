import type { DesksChanged, ReportAccepted } from "@truong-an/shared/api/reporter";
import type { ReceiptDigits } from "@truong-an/shared/receipt";
import { text } from "../text/vi.ts";
import { postReport, putPhoto } from "./api.ts";
import { noTries, photoStepAfter, stepAfter, type Tries, waitMs } from "./outbox-steps.ts";
import { type OutboxStore, openOutboxStore } from "./outbox-store.ts";
import type { Parcel, ParcelState } from "./parcel.ts";
import { solvedPuzzle } from "./puzzle.ts";

type Waiting = {
  parcel: Parcel;
  tries: Tries;
  puzzle: string | null;
  reportIdentity: string | null; // in memory only: gone after a reload
  changed: DesksChanged | null; // what to seal for, once the report key is here again
  timer: ReturnType<typeof setTimeout> | null;
  isRunning: boolean;
};

const waiting = new Map<string, Waiting>();
let states: ReadonlyMap<string, ParcelState> = new Map();
const listeners = new Set<() => void>();
let opening: Promise<OutboxStore> | null = null;

/** What the parcels on this phone are doing, by submission id. A new map whenever one changes. */
export function parcelStates(): ReadonlyMap<string, ParcelState> {
  return states;
}

export function listenToOutbox(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes up again whatever an earlier visit left, and keeps trying whenever the network returns. */
export function startOutbox(): Promise<OutboxStore> {
  opening ??= openAndResume();
  return opening;
}

/**
 * Keeps the sealed report on the phone, then sends it until the server has said yes. Resolves as
 * soon as it is kept; `isLasting` is false when only this page's memory could keep it.
 */
export async function sendParcel(
  parcel: Parcel,
  reportIdentity: string,
): Promise<{ readonly isLasting: boolean }> {
  const store = await startOutbox();
  const isLasting = await keep(store, parcel);
  void run(enter(parcel, reportIdentity));
  return { isLasting };
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
  if (one === undefined) return;
  try {
    const { identityByReceipt } = await import("./seal-again.ts");
    one.reportIdentity = await identityByReceipt(one.parcel, receipt);
  } catch {
    show(one, { kind: "needs-code", isWrong: true });
    return;
  }
  await run(one);
}

async function openAndResume(): Promise<OutboxStore> {
  const store = await openOutboxStore();
  for (const parcel of await store.all().catch(() => [])) void run(enter(parcel, null));
  window.addEventListener("online", () => {
    for (const one of waiting.values()) if (one.timer !== null) void run(one);
  });
  return store;
}

function enter(parcel: Parcel, reportIdentity: string | null): Waiting {
  const one = {
    parcel,
    reportIdentity,
    tries: noTries,
    puzzle: null,
    changed: null,
    timer: null,
    isRunning: false,
  };
  waiting.set(parcel.report.submissionId, one);
  return one;
}

/** One parcel, one runner: from wherever it stands to arrival, or to the next wait. */
async function run(one: Waiting): Promise<void> {
  if (one.isRunning) return;
  one.isRunning = true;
  if (one.timer !== null) clearTimeout(one.timer);
  one.timer = null;
  try {
    while (
      (one.parcel.arrived === null ? await sendReport(one) : await sendPhotos(one)) === "go-on"
    );
  } catch {
    waitForNextTry(one, "server");
  } finally {
    one.isRunning = false;
  }
}

type Progress = "go-on" | "rest";

async function sendReport(one: Waiting): Promise<Progress> {
  if (one.changed !== null && (await sealForNewDesks(one, one.changed)) === "rest") return "rest";
  show(one, { kind: "sending" });
  if (one.puzzle === null) one.puzzle = await solvedPuzzle(isUrgent(one));
  const answer = await postReport({ report: one.parcel.report, puzzle: one.puzzle });
  one.puzzle = null; // each solution is good for one try
  const step = stepAfter(answer, one.tries);
  switch (step.kind) {
    case "arrived":
      return arrive(one, step.accepted);
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

async function sealForNewDesks(one: Waiting, changed: DesksChanged): Promise<Progress> {
  if (one.reportIdentity === null) return show(one, { kind: "needs-code", isWrong: false });
  const { sealAgain } = await import("./seal-again.ts");
  const again = await sealAgain(one.parcel, changed, one.reportIdentity);
  if (again.kind === "untrusted") {
    return show(one, { kind: "refused", message: text.delivery.untrusted });
  }
  one.changed = null;
  one.parcel = again.parcel;
  await keep(await startOutbox(), one.parcel);
  return "go-on";
}

async function arrive(one: Waiting, accepted: ReportAccepted): Promise<Progress> {
  const wanted = new Set(accepted.photosWanted);
  one.parcel = {
    ...one.parcel,
    arrived: accepted.level,
    photos: one.parcel.photos.filter((photo) => wanted.has(photo.sha256)),
  };
  one.tries = noTries;
  one.reportIdentity = null; // nothing is left to seal
  await keep(await startOutbox(), one.parcel);
  return "go-on";
}

async function sendPhotos(one: Waiting): Promise<Progress> {
  const { parcel } = one;
  const [photo, ...others] = parcel.photos;
  const store = await startOutbox();
  if (photo === undefined) {
    await store.remove(parcel.report.submissionId);
    waiting.delete(parcel.report.submissionId);
    return show(one, { kind: "sent", level: parcel.arrived ?? "normal" });
  }
  show(one, { kind: "sending-photos", left: parcel.photos.length });
  const step = photoStepAfter(await putPhoto(photo.sha256, photo.sealed));
  if (step === "wait") return waitForNextTry(one, "network");
  one.parcel = { ...parcel, photos: others };
  one.tries = noTries;
  await keep(store, one.parcel);
  return "go-on";
}

function waitForNextTry(one: Waiting, reason: "network" | "server"): Progress {
  one.tries = { ...one.tries, failures: one.tries.failures + 1, puzzles: 0, seals: 0 };
  one.timer = setTimeout(() => void run(one), waitMs(one.tries.failures, isUrgent(one)));
  const photosLeft = one.parcel.arrived === null ? null : one.parcel.photos.length;
  return show(one, { kind: "waiting", reason, photosLeft });
}

function isUrgent(one: Waiting): boolean {
  const { danger } = one.parcel.report.facts;
  return danger === "me" || danger === "someone";
}

function show(one: Waiting, state: ParcelState): "rest" {
  states = new Map(states).set(one.parcel.report.submissionId, state);
  for (const listener of listeners) listener();
  return "rest";
}

/** A full disk must not keep a report from being sent: it stays in memory then. */
async function keep(store: OutboxStore, parcel: Parcel): Promise<boolean> {
  try {
    await store.keep(parcel);
    return store.isLasting;
  } catch {
    return false;
  }
}
