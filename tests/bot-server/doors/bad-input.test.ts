import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Door, listDoors, sampleOf } from "../../support/door-list.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { type Asked, isPlainRefusal, knock, knockWith, wrongOnes } from "../../support/knock.ts";
import {
  fieldsOf,
  isNamed,
  marker,
  misfits,
  nestedArrays,
  nestedObjects,
  withAt,
} from "../../support/misfits.ts";

const bomb = gzipSync(Buffer.alloc(50_000_000, 32));

let doorstep: Doorstep;
let doors: readonly Door[];
beforeAll(async () => {
  doorstep = await openDoorstep();
  doors = await listDoors(doorstep);
});
afterAll(() => doorstep.close());

function jsonDoors(): readonly Door[] {
  return doors.filter(({ contentType }) => contentType === "application/json");
}

test("the list of doors holds what this file is about", () => {
  expect(doors.length).toBeGreaterThan(20);
  expect(jsonDoors().length).toBeGreaterThan(10);
});

test("a body that fits is not called malformed: so what follows is refused for its fault", async () => {
  const asked = await Promise.all(
    jsonDoors().map((door) =>
      knockWith(doorstep, door, "fits", JSON.stringify(sampleOf(door.body ?? {}))),
    ),
  );

  expect(asked.filter(({ answer }) => answer.includes('"malformed"'))).toEqual([]);
});

describe("each field of each body", () => {
  test("of a wrong type, too long, empty, null, nested 10,000 deep or with odd characters is refused", async () => {
    const asked: Asked[] = [];
    for (const door of jsonDoors()) {
      const fits = sampleOf(door.body ?? {});
      for (const { path, schema } of fieldsOf(door.body ?? {})) {
        for (const [what, written] of misfits(schema)) {
          const name = `${path.join(".")}: ${what}`;
          asked.push(await knockWith(doorstep, door, name, withAt(fits, path, written)));
        }
      }
    }

    expect(wrongOnes(asked)).toEqual([]);
    expect(asked.length).toBeGreaterThan(500);
  }, 120_000);

  test("when it is missing, or a field nobody knows stands beside it, is refused", async () => {
    const asked: Asked[] = [];
    for (const door of jsonDoors()) {
      const fits = sampleOf(door.body ?? {});
      for (const { path } of fieldsOf(door.body ?? {}).filter(isNamed)) {
        asked.push(
          await knockWith(
            doorstep,
            door,
            `${path.join(".")}: missing`,
            withAt(fits, path, undefined),
          ),
        );
        const beside = [...path.slice(0, -1), marker];
        const extra = withAt(fits, beside, JSON.stringify(marker));
        asked.push(await knockWith(doorstep, door, `${path.join(".")}: unknown beside`, extra));
      }
    }

    expect(wrongOnes(asked)).toEqual([]);
    expect(asked.length).toBeGreaterThan(100);
  }, 60_000);
});

test("a body that is no object, no JSON or nothing at all is refused", async () => {
  const asked: Asked[] = [];
  for (const door of jsonDoors()) {
    const fits = JSON.stringify(sampleOf(door.body ?? {}));
    const bodies = [
      ["null", "null"],
      ["a text", JSON.stringify(marker)],
      ["a number", "5"],
      ["a list", `[${fits}]`],
      ["nothing", ""],
      ["blanks", "   "],
      ["half", fits.slice(0, -1)],
      ["twice", fits + fits],
      ["words", marker],
      ["nested arrays", nestedArrays],
      ["open arrays", "[".repeat(10_000)],
      ["nested objects", nestedObjects],
      ["too large", JSON.stringify("x".repeat(2_000_000))],
      ["__proto__", `{"__proto__":{"isAdmin":true},${fits.slice(1)}`],
      ["__proto__ written otherwise", `{"__pr\\u006fto__":{"isAdmin":true},${fits.slice(1)}`],
      ["constructor", `{"constructor":{"prototype":{"isAdmin":true}},${fits.slice(1)}`],
      ["a bad second copy", duplicated(fits)],
    ] as const;
    for (const [what, body] of bodies) asked.push(await knockWith(doorstep, door, what, body));
    const bytes = Buffer.from([0xff, 0xfe, 0x00, ...Buffer.from(fits)]);
    asked.push(await knockWith(doorstep, door, "bytes that are no text", bytes));
  }

  expect(wrongOnes(asked)).toEqual([]);
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
}, 60_000);

/** The first field once more at the end, with a value that does not fit. */
function duplicated(written: string): string {
  const [first] = Object.keys(JSON.parse(written));
  return `${written.slice(0, -1)},${JSON.stringify(first)}:{"${marker}":1}}`;
}

test("a body under a wrong name, or packed, is refused", async () => {
  const asked: Asked[] = [];
  for (const door of jsonDoors()) {
    const fits = JSON.stringify(sampleOf(door.body ?? {}));
    const named = ["text/plain", "application/xml", "multipart/form-data; boundary=x", marker];
    const forms = ["application/x-www-form-urlencoded", "application/octet-stream"];
    for (const type of [...named, ...forms]) {
      const headers = { "content-type": type };
      asked.push(await knock(doorstep, door, type, { payload: fits, headers }));
    }
    for (const [what, payload] of [
      ["gzip", gzipSync(fits)],
      ["a gzip bomb", bomb],
    ] as const) {
      const headers = { "content-type": "application/json", "content-encoding": "gzip" };
      asked.push(await knock(doorstep, door, what, { payload, headers }));
    }
  }

  expect(wrongOnes(asked)).toEqual([]);
}, 60_000);

test("a door for bytes refuses what is not bytes, too many bytes, and bytes of another name", async () => {
  const bytesDoors = doors.filter(({ contentType }) => contentType === "application/octet-stream");
  const asked: Asked[] = [];
  for (const door of bytesDoors) {
    asked.push(await knockWith(doorstep, door, "nothing", Buffer.alloc(0)));
    asked.push(await knockWith(doorstep, door, "other bytes", Buffer.from(marker)));
    asked.push(await knockWith(doorstep, door, "too many", Buffer.alloc(1_300_000)));
    for (const type of ["application/json", "text/plain", "image/jpeg"]) {
      const headers = { "content-type": type };
      asked.push(await knock(doorstep, door, type, { payload: `{"a":"${marker}"}`, headers }));
    }
  }

  expect(asked.length).toBeGreaterThan(0);
  expect(wrongOnes(asked)).toEqual([]);
});

test("a door that takes no body is not troubled by one", async () => {
  const asked: Asked[] = [];
  for (const door of doors.filter(({ body, method }) => body === undefined && method !== "get")) {
    asked.push(
      await knock(doorstep, door, "words", {
        payload: marker,
        headers: { "content-type": "text/plain" },
      }),
    );
    asked.push(
      await knock(doorstep, door, "deep", {
        payload: nestedArrays,
        headers: { "content-type": "application/json" },
      }),
    );
  }

  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter(({ status }) => status >= 500)).toEqual([]);
  expect(asked.filter(({ answer }) => answer.includes(marker))).toEqual([]);
});

test("a puzzle's solution that is anything else is no solution, and no accident", async () => {
  const door = doors.find(({ name }) => name === "POST /api/reporter/reports");
  const facts = { danger: "no", categories: ["bullying"], accused: "peer", when: "days" };
  const quiet = { ...facts, writer: "unsaid", wantsPolice: false, excluded: null };
  const fits = sampleOf(door?.body ?? {}) as { report: object };
  const written = [
    "null",
    "5",
    "[]",
    '{"salt":5}',
    `{"algorithm":"${marker}"}`,
    marker,
    '{"number":{}}',
  ];
  const asked: Asked[] = [];
  for (const text of written) {
    const puzzle = Buffer.from(text).toString("base64");
    const body = { report: { ...fits.report, facts: quiet, signals: [] }, puzzle };
    if (door !== undefined) asked.push(await knockWith(doorstep, door, text, JSON.stringify(body)));
  }

  expect(wrongOnes(asked)).toEqual([]);
  expect(asked.map(({ status }) => status)).toEqual(written.map(() => 428));
});

test("any JSON at all, whole or in any one place of a body that fits, is never an accident", async () => {
  const places = jsonDoors().flatMap((door) =>
    [{ path: [], schema: door.body ?? {} }, ...fieldsOf(door.body ?? {})].map((field) => ({
      door,
      field,
    })),
  );
  const anyValue = fc.oneof(fc.jsonValue(), fc.string({ unit: "binary" }), fc.constant(marker));

  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), anyValue, async ({ door, field }, value) => {
      const fits = sampleOf(door.body ?? {});
      const written = JSON.stringify(value) ?? "null";
      const body = field.path.length === 0 ? written : withAt(fits, field.path, written);
      const asked = await knockWith(doorstep, door, field.path.join("."), body);
      const isTaken = asked.status === 200 || asked.status === 204; // a value that happens to fit
      expect(isTaken || isPlainRefusal(asked), JSON.stringify(asked)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
}, 120_000);

test("after all this the server lives, and its log holds nothing that was sent", async () => {
  const alive = await doorstep.app.inject("/health/live");
  const lines = doorstep.logged().split("\n");

  expect(alive.statusCode).toBe(200);
  expect(lines.length).toBeGreaterThan(1_000);
  expect(lines.filter((line) => line.includes('"failed"'))).toEqual([]);
  expect(lines.filter((line) => line.includes("Nguyen-Thi-Tram"))).toEqual([]);
  expect(lines.filter((line) => /\b10\.\d+\.\d+\.\d+/.test(line))).toEqual([]);
});
