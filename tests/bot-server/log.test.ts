import { findSheet } from "@truong-an/bot-server/directory/find";
import { type Log, openLog, traceOf } from "@truong-an/bot-server/log";
import { saltFor } from "@truong-an/bot-server/people/sign-in";
import type { SchoolId } from "@truong-an/shared/ids";
import { expect, test } from "vitest";
import { openDoorstep } from "../support/doorstep.ts";

const secret = "em-la-Nguyen-Thi-Tram-lop-7A";

function logInto(lines: string[], level = "debug"): Log {
  return openLog(level, { write: (line: string) => lines.push(line) });
}

test("of a failed query nothing is told but its kind and where it happened", async () => {
  const doorstep = await openDoorstep();
  const { db } = doorstep.world;
  const wrongValue = await findSheet(db, secret as SchoolId).catch((error: unknown) => error);
  await doorstep.database.query("drop table staff cascade");
  const failed = await saltFor(doorstep.world, secret).catch((error: unknown) => error);
  await doorstep.close();

  expect(String(failed).toLowerCase()).toContain(secret.toLowerCase()); // what the library would tell
  expect(traceOf(failed)).toMatchObject({ code: "42P01" });
  expect(traceOf(wrongValue)).toMatchObject({ code: "22P02" });
  expect(JSON.stringify([traceOf(failed), traceOf(wrongValue)])).not.toMatch(/nguyen-thi-tram/i);
});

test.each([
  ["a message", new Error(secret)],
  ["a message of many lines", new Error(`first\n    at ${secret}\n    at ${secret} (here:1:2)`)],
  ["a message of a cause", new Error(secret, { cause: new TypeError(secret) })],
  ["fields", Object.assign(new Error("x"), { detail: secret, parameters: [secret] })],
  ["a code that is no text", Object.assign(new Error("x"), { code: { secret } })],
  ["a thrown text", secret],
  ["a thrown object", { message: secret }],
  ["nothing", undefined],
])("%s that holds a secret is not repeated", (_what, thrown) => {
  const trace = traceOf(thrown);

  expect(JSON.stringify(trace)).not.toContain(secret);
  expect(Object.keys(trace).filter((name) => name !== "code" && name !== "at")).toEqual([]);
});

test("the place in our code is told, a few steps deep", () => {
  const { code, at } = traceOf(new RangeError(secret));

  expect(code).toBe("RangeError");
  expect(at?.[0]).toContain("log.test.ts");
  expect(at?.length).toBeLessThanOrEqual(8);
});

test("a line is JSON with the fields that were given, the time and the level, and nothing of the machine", () => {
  const lines: string[] = [];

  logInto(lines).warn("job failed", { job: "escalate", attempt: 2, code: "ECONNREFUSED" });

  const [line] = lines.map((one) => JSON.parse(one));
  expect(line).toEqual({
    level: 40,
    time: expect.any(Number),
    msg: "job failed",
    job: "escalate",
    attempt: 2,
    code: "ECONNREFUSED",
  });
});

test.each([
  ["debug", 3],
  ["info", 3],
  ["warn", 2],
  ["error", 1],
  ["silent", 0],
])("at level %s, %i of three lines are written", (level, count) => {
  const lines: string[] = [];
  const log = logInto(lines, level);

  log.info("stopped");
  log.warn("job failed");
  log.error("failed");

  expect(lines.length).toBe(count);
});

test("what the doors write has the allowed fields only", async () => {
  const doorstep = await openDoorstep();
  await doorstep.app.inject({
    url: `/api/public/schools?search=${secret}`,
    headers: { referer: secret },
  });
  await doorstep.app.inject({ url: `/${secret}` });
  await doorstep.database.query("drop table place_sheets");
  await doorstep.app.inject("/api/public/schools/5c1a7b52-8a5e-4d39-8d0e-51a5f0a10001/sheet");
  const logged = doorstep.logged();
  await doorstep.close();

  const lines = logged
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const allowed = ["level", "time", "msg", "route", "method", "status", "took", "code", "at"];
  expect(lines.map(({ msg }) => msg)).toEqual(["answered", "answered", "failed", "answered"]);
  expect(
    lines.flatMap((line) => Object.keys(line)).filter((name) => !allowed.includes(name)),
  ).toEqual([]);
  expect(logged).not.toContain(secret);
  expect(logged).not.toContain("5c1a7b52");
});
