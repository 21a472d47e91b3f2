import type { Refused } from "@truong-an/mini-app/reporter/api";
import {
  noTries,
  photoStepAfter,
  stepAfter,
  waitMs,
} from "@truong-an/mini-app/reporter/outbox-steps";
import type { RefusalCode } from "@truong-an/shared/api/refusal";
import { expect, test } from "vitest";

const changed = {
  code: "desks-changed",
  message: "Nơi nhận vừa thay đổi.",
  sheet: { sheet: "{}", signature: "" },
  desks: [],
} as const;

function refused(code: RefusalCode): Refused {
  const desksChanged = code === "desks-changed" ? { ...changed, desks: [] } : null;
  return { kind: "refused", code, message: `vì ${code}`, desksChanged };
}

test("a yes means it has arrived, with the photos still wanted", () => {
  const accepted = { level: "high" as const, photosWanted: ["ab"] };

  expect(stepAfter({ kind: "ok", value: accepted }, noTries)).toEqual({
    kind: "arrived",
    accepted,
  });
});

test("without an answer it waits for the network, however often that happens", () => {
  const manyFailures = { ...noTries, failures: 500 };

  expect(stepAfter({ kind: "unreachable" }, manyFailures)).toEqual({
    kind: "wait",
    reason: "network",
  });
});

test.each(["too-many-requests", "unavailable", "internal"] as const)(
  "%s is tried again later",
  (code) => {
    expect(stepAfter(refused(code), noTries)).toEqual({ kind: "wait", reason: "server" });
  },
);

test("changed desks are sealed for at once, unless that has not helped three times", () => {
  const step = stepAfter(refused("desks-changed"), noTries);

  expect(step.kind).toBe("seal-again");
  expect(stepAfter(refused("desks-changed"), { ...noTries, seals: 3 })).toEqual({
    kind: "wait",
    reason: "server",
  });
});

test("a puzzle is solved at once, unless that has not helped twice", () => {
  expect(stepAfter(refused("puzzle-needed"), noTries)).toEqual({ kind: "solve-puzzle" });
  expect(stepAfter(refused("puzzle-needed"), { ...noTries, puzzles: 2 })).toEqual({
    kind: "wait",
    reason: "server",
  });
});

test.each(["malformed", "form-changed", "too-large", "not-found"] as const)(
  "%s stops with the server's own words",
  (code) => {
    expect(stepAfter(refused(code), noTries)).toEqual({ kind: "stop", message: `vì ${code}` });
  },
);

test.each([
  [1, 2_000],
  [3, 15_000],
  [5, 60_000],
  [50, 120_000],
])("after %i failures in a row the next try is %i ms away", (failures, ms) => {
  expect(waitMs(failures, false)).toBe(ms);
});

test("a report of danger is never more than 15 seconds from its next try", () => {
  expect(waitMs(1, true)).toBe(2_000);
  expect(waitMs(50, true)).toBe(15_000);
});

test("a photo is sent again after damage or silence, and dropped when nobody wants it", () => {
  expect(photoStepAfter({ kind: "ok", value: null })).toBe("sent");
  expect(photoStepAfter({ kind: "unreachable" })).toBe("wait");
  expect(photoStepAfter(refused("photo-damaged"))).toBe("wait");
  expect(photoStepAfter(refused("too-many-requests"))).toBe("wait");
  expect(photoStepAfter(refused("photo-not-expected"))).toBe("drop");
});
