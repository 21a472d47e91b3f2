import { idleLimitMs, idleWarningMs, idleWatch } from "@truong-an/mini-app/staff/idle-watch";
import { expect, test } from "vitest";

const start = 1_700_000_000_000;

test("ten minutes without input lock, and the last of them warns", () => {
  const watch = idleWatch(start);

  expect(watch.check(start + idleWarningMs - 1)).toBe("active");
  expect(watch.check(start + idleWarningMs)).toBe("soon");
  expect(watch.check(start + idleLimitMs - 1)).toBe("soon");
  expect(watch.check(start + idleLimitMs)).toBe("idle");
});

test("input in time starts the ten minutes anew", () => {
  const watch = idleWatch(start);

  expect(watch.touch(start + idleLimitMs - 1)).toBe("active");
  expect(watch.check(start + idleLimitMs)).toBe("active");
  expect(watch.check(start + idleLimitMs - 1 + idleLimitMs)).toBe("idle");
});

test("the key press that wakes a sleeping laptop comes too late", () => {
  const watch = idleWatch(start);
  const nextMorning = start + 9 * 60 * 60_000;

  expect(watch.touch(nextMorning)).toBe("idle");
  expect(watch.check(nextMorning + 1)).toBe("idle");
});

test("a clock that was set back does not keep the console open", () => {
  const watch = idleWatch(start);

  expect(watch.check(start - idleLimitMs)).toBe("idle");
});
