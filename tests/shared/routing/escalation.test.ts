import { nextStep, type Watched } from "@truong-an/shared/routing/escalation";
import { routeOf } from "@truong-an/shared/routing/route";
import { addMinutes, type Instant } from "@truong-an/shared/time";
import { triageOf } from "@truong-an/shared/triage/triage";
import { describe, expect, test } from "vitest";
import { desks, factsWith, kindsOf, mondayMorning, placeOf, timingAt } from "../support/stories.ts";

const { clocks, calendar } = timingAt(mondayMorning);

function waiting(overrides: Partial<Watched> = {}): Watched {
  const facts = factsWith({ categories: ["extortion"] });
  const decided = triageOf(facts, []);
  const route = routeOf(decided, facts, placeOf("lower"), mondayMorning, clocks, calendar);
  const { ladder, repeat, acknowledgeBy } = route;
  return { takenAt: null, ladder, lastRung: 0, nextAt: acknowledgeBy, repeat, ...overrides };
}

const later = (minutes: number): Instant => addMinutes(mondayMorning, minutes);

describe("Silence is an event", () => {
  test("a report that somebody has taken rests", () => {
    expect(nextStep(waiting({ takenAt: later(10) }), later(10_000), calendar)).toEqual({
      kind: "rest",
    });
  });

  test("before the deadline nobody is disturbed", () => {
    expect(nextStep(waiting(), later(119), calendar)).toEqual({ kind: "wait", until: later(120) });
  });

  test("at the deadline the next rung hears, and the one after it is due at its own time", () => {
    expect(nextStep(waiting(), later(120), calendar)).toEqual({
      kind: "climb",
      rung: 1,
      desks: [desks.commune],
      nextAt: later(360),
    });
  });

  test("after the last rung everyone hears again, for as long as nobody answers", () => {
    const silent = waiting({ lastRung: 2, nextAt: later(480) });

    const step = nextStep(silent, later(480), calendar);

    expect(step).toMatchObject({ kind: "repeat", rung: 2, nextAt: later(600) });
    expect("desks" in step && kindsOf(step.desks)).toEqual([
      "school",
      "police",
      "commune",
      "department",
    ]);
  });

  test("a server that slept through two deadlines tells both rungs, one right after the other", () => {
    const first = nextStep(waiting(), later(1_000), calendar);
    const second = nextStep(waiting({ lastRung: 1, nextAt: later(360) }), later(1_000), calendar);

    expect(first).toMatchObject({ kind: "climb", rung: 1, nextAt: later(360) });
    expect(second).toMatchObject({ kind: "climb", rung: 2, nextAt: later(1_120) });
  });

  test("a waiting report whose next moment was lost is due now", () => {
    expect(nextStep(waiting({ nextAt: null }), later(1), calendar)).toMatchObject({
      kind: "climb",
      rung: 1,
    });
  });

  test("a week of silence never ends: every step leads to a later one", () => {
    let report = waiting();
    let now = mondayMorning;
    const kinds: string[] = [];

    for (let steps = 0; steps < 200; steps += 1) {
      const step = nextStep(report, now, calendar);
      kinds.push(step.kind);
      if (step.kind === "wait") now = step.until;
      if (step.kind === "climb" || step.kind === "repeat") {
        expect(step.nextAt).toBeGreaterThan(now);
        report = { ...report, lastRung: step.rung, nextAt: step.nextAt };
      }
    }

    expect(kinds).not.toContain("rest");
    expect(kinds.filter((kind) => kind === "climb")).toHaveLength(2);
    expect(now).toBeGreaterThan(later(7 * 24 * 60));
  });
});
