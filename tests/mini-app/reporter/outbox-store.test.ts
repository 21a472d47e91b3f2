import { openOutboxStore, type ParcelsDb } from "@truong-an/mini-app/reporter/outbox-store";
import { afterArrival, type Parcel, type UnsentParcel } from "@truong-an/mini-app/reporter/parcel";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const photo = { sha256: "ab".repeat(32), sealed: new Uint8Array([1]) };
const unsent = {
  arrived: null,
  report: {
    submissionId: "44444444-4444-4444-8444-444444444444",
    facts: { danger: "me", accused: "staff" },
    envelopes: [{ sealed: "YWdl" }],
  },
  photos: [photo, { sha256: "cd".repeat(32), sealed: new Uint8Array([2]) }],
  sheetVersion: 1,
} as unknown as UnsentParcel;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A database in memory that opens when the test says so. */
function aPhone() {
  const kept = new Map<unknown, Parcel>();
  const db = {
    getAll: async () => [...kept.values()],
    put: async (_store: string, parcel: Parcel, key: string) => kept.set(key, parcel),
    delete: async (_store: string, key: string) => kept.delete(key),
  } as unknown as ParcelsDb;
  let wake: () => void = () => undefined;
  const opening = new Promise<ParcelsDb>((resolve) => {
    wake = () => resolve(db);
  });
  return { kept, open: () => opening, wake };
}

test("a phone whose storage never opens is given three seconds, and then only memory is left", async () => {
  const store = openOutboxStore(aPhone().open);

  const keeping = store.keep(unsent);
  const removing = store.remove(unsent.report.submissionId);
  await vi.advanceTimersByTimeAsync(3_000);

  expect(await keeping).toBe(false);
  expect(await removing).toBeUndefined();
});

test("a phone that blocks storage keeps nothing, and nothing fails", async () => {
  const store = openOutboxStore(() => Promise.reject(new Error("blocked")));

  expect(await store.all()).toEqual([]);
  expect(await store.keep(unsent)).toBe(false);
  expect(await store.remove(unsent.report.submissionId)).toBeUndefined();
});

test("a phone that opens late gives out what it had, and makes later changes in their turn", async () => {
  const { open, wake, kept } = aPhone();
  const store = openOutboxStore(open);
  kept.set("earlier", unsent);

  const earlier = store.all();
  void store.keep(unsent);
  void store.remove(unsent.report.submissionId);
  await vi.advanceTimersByTimeAsync(5_000);
  wake();

  expect(await earlier).toEqual([unsent]);
  await vi.advanceTimersByTimeAsync(0);
  expect([...kept.keys()]).toEqual(["earlier"]);
});

test("once the report is accepted, nothing that was ticked and no envelope stays on the phone", () => {
  const left = afterArrival(unsent, { level: "high", photosWanted: [photo.sha256] });

  expect(left).toEqual({
    arrived: "high",
    submissionId: unsent.report.submissionId,
    photos: [photo],
  });
});
