import {
  fetchPhoto,
  fetchSheet,
  findSchools,
  openThread,
  putPhoto,
} from "@truong-an/mini-app/reporter/api";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("__API_BASE__", "");
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A door that answers with its first line and then nothing more, until it is hung up on. */
function stubStallingDoor(status: number) {
  vi.stubGlobal("fetch", async (_url: string, { signal }: { signal: AbortSignal }) => {
    const body = new ReadableStream({
      start: (stream) => signal.addEventListener("abort", () => stream.error(signal.reason)),
    });
    return new Response(body, { status });
  });
}

test.each([
  ["the list of schools", 200, () => findSchools("nam ban")],
  ["a sheet", 200, () => fetchSheet("s")],
  ["a thread", 200, () => openThread("f")],
  ["a photo", 200, () => fetchPhoto("f", "ab")],
  ["a refusal", 503, () => putPhoto("ab", new Uint8Array(1))],
])("%s that stalls half-way is no answer, and does not hang", async (_what, status, ask) => {
  stubStallingDoor(status);

  const answer = ask();
  await vi.advanceTimersByTimeAsync(120_000);

  expect(await answer).toEqual({ kind: "unreachable" });
});
