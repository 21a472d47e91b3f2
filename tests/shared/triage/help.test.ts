import { type Help, helpFor, moreUrgent } from "@truong-an/shared/triage/help";
import type { Reading } from "@truong-an/shared/triage/reading/read";
import { expect, test } from "vitest";

const calm: Reading = { level: "normal", categories: ["bullying"], accused: "peer", signals: [] };

test.each([
  ["a goodbye", { categories: ["self_harm_suicide"], signals: ["goodbye", "says_today"] }, "life"],
  ["a weapon here", { categories: ["weapon"], signals: ["weapon_here"] }, "violence"],
  ["an abuser near", { categories: ["other"], signals: ["abuser_still_near"] }, "abuse"],
  ["danger at home", { categories: ["family_abuse"], signals: ["home_danger_now"] }, "home"],
  ["a child led away", { categories: ["other"], signals: ["child_led_away"] }, "missing"],
  ["a fire", { categories: ["fire_safety"], signals: ["hazard_now"] }, "fire"],
  [
    "a fire among other matters",
    { categories: ["other", "fire_safety"], signals: ["hazard_now"] },
    "fire",
  ],
  ["a fall, or water", { categories: ["other"], signals: ["hazard_now", "says_now"] }, "illness"],
  ["smoke breathed in", { categories: ["vaping_alcohol"], signals: ["hazard_now"] }, "illness"],
  [
    "a faint after vaping",
    { categories: ["vaping_alcohol"], signals: ["reads_as_emergency"] },
    "illness",
  ],
  ["an accident", { categories: ["traffic_safety"], signals: ["hazard_now"] }, "illness"],
  ["something else", { categories: ["other"], signals: ["reads_as_emergency"] }, "unclear"],
] as const)("%s calls for help with that matter", (_case, read, topic) => {
  const reading: Reading = { ...calm, level: "emergency", ...read };

  expect(helpFor(reading)).toEqual({ kind: "call", topic });
});

test.each([
  ["self-harm", ["hurting_oneself"], "life"],
  ["blows", ["violence"], "people"],
  ["drugs", ["drugs"], "people"],
] as const)("a serious matter offers someone to talk to: %s", (_case, signals, about) => {
  const reading: Reading = { ...calm, level: "high", signals: [...signals] };

  expect(helpFor(reading)).toEqual({ kind: "talk", about });
});

test("vaping and drugs as a habit are no hazard to keep away from", () => {
  const read: Reading = { ...calm, level: "high", signals: ["reads_as_high"] };

  expect(helpFor({ ...read, categories: ["vaping_alcohol"] })).toEqual({
    kind: "talk",
    about: "people",
  });
  expect(helpFor({ ...read, categories: ["traffic_safety"] })).toEqual({
    kind: "talk",
    about: "hazard",
  });
});

test.each(["normal", "low", "not_a_report"] as const)(
  "nothing is said at the level %s",
  (level) => {
    expect(helpFor({ ...calm, level })).toBeNull();
  },
);

test("whoever asks for counsel hears that someone will read it", () => {
  expect(helpFor({ ...calm, categories: ["counselling_request"] })).toEqual({ kind: "heard" });
});

test("of two the more urgent is shown, of two alike the second", () => {
  const call: Help = { kind: "call", topic: "fire" };
  const later: Help = { kind: "call", topic: "life" };

  expect(moreUrgent(call, null)).toBe(call);
  expect(moreUrgent({ kind: "heard" }, call)).toBe(call);
  expect(moreUrgent(call, later)).toBe(later);
  expect(moreUrgent(null, null)).toBeNull();
});
