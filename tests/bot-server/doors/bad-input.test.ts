import { gzipSync } from "node:zlib";
import { openSession } from "@truong-an/bot-server/people/sessions";
import { RefusalCode } from "@truong-an/shared/api/refusal";
import { StaffId } from "@truong-an/shared/ids";
import { refusalText } from "@truong-an/shared/text/vi";
import fc from "fast-check";
import type { InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { people } from "../../demo/directory.ts";
import {
  type Door,
  isFreeText,
  listDoors,
  type Schema,
  sampleOf,
} from "../../support/door-list.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";

const marker = "em-la-Nguyen-Thi-Tram-lop-7A";
const deep = 10_000;

let doorstep: Doorstep;
let doors: readonly Door[];
beforeAll(async () => {
  doorstep = await openDoorstep();
  doors = await listDoors(doorstep);
});
afterAll(() => doorstep.close());

type Asked = { readonly what: string; readonly status: number; readonly answer: string };
let caller = 0;

/** Knocks as a member of staff who is signed in, each time from another address. */
async function knock(door: Door, what: string, change: Partial<InjectOptions>): Promise<Asked> {
  const staffId = StaffId.parse(people[0]?.id);
  const session = await openSession(doorstep.world, doorstep.world.db, staffId);
  caller += 1;
  const { headers, ...rest } = change;
  const sent = await doorstep.app.inject({
    method: door.method.toUpperCase() as "POST",
    url: urlOf(door),
    remoteAddress: `10.${caller >> 16}.${(caller >> 8) & 255}.${caller & 255}`,
    ...rest,
    headers: {
      "x-truong-an-console": "1",
      "user-agent": marker,
      ...(door.path.startsWith("/api/staff/") ? { cookie: `truong-an-console=${session}` } : {}),
      ...headers,
    },
  });
  return { what: `${door.name}: ${what}`, status: sent.statusCode, answer: sent.body };
}

function knockWith(door: Door, what: string, body: string | Buffer): Promise<Asked> {
  return knock(door, what, {
    payload: body,
    headers: { "content-type": door.contentType ?? "application/json" },
  });
}

function urlOf(door: Door, given: Readonly<Record<string, string>> = {}): string {
  const path = door.path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const parameter = door.parameters.find((one) => one.name === name);
    return given[name] ?? encodeURIComponent(String(sampleOf(parameter?.schema ?? {})));
  });
  const query = Object.entries(given).filter(([name]) => !door.path.includes(`{${name}}`));
  const written = query.map(([name, value]) => `${name}=${value}`).join("&");
  return written === "" ? path : `${path}?${written}`;
}

/** A refusal is its code and its sentence, word for word: nothing of what was sent can be in it. */
function isPlainRefusal({ status, answer }: Asked): boolean {
  if (status < 400 || status > 499) return false;
  const { code, message, ...rest } = JSON.parse(answer);
  const isKnown = RefusalCode.safeParse(code).success && code !== "internal";
  return isKnown && message === refusalText[code as RefusalCode] && Object.keys(rest).length === 0;
}

function wrongOnes(asked: readonly Asked[]): readonly Asked[] {
  return asked.filter((one) => !isPlainRefusal(one));
}

const nestedArrays = "[".repeat(deep) + "]".repeat(deep);
const nestedObjects = `${'{"a":'.repeat(deep)}1${"}".repeat(deep)}`;
const huge = marker + "x".repeat(200_000);

/** Written JSON that does not fit a field of this schema, with what is wrong with it. */
function misfits(schema: Schema): readonly (readonly [string, string])[] {
  const wrong: [string, string][] = [
    ["a far too long text", JSON.stringify(huge)],
    ["nested arrays", nestedArrays],
    ["nested objects", nestedObjects],
    ["a number beyond all numbers", "1e999"],
    ["a huge number", "9007199254740993000"],
    ["a fraction", "0.5"],
  ];
  if (schema.nullable !== true) wrong.push(["null", "null"]);
  if (schema.type !== "boolean") wrong.push(["a boolean", "true"]);
  if (schema.type !== "object") wrong.push(["an object", JSON.stringify({ [marker]: marker })]);
  if (schema.type !== "array") wrong.push(["an array", JSON.stringify([marker])]);
  if (!isFreeText(schema)) {
    wrong.push(
      ["a text", JSON.stringify(marker)],
      ["an empty text", '""'],
      ["a NUL character", JSON.stringify(`${marker}\u0000`)],
      ["half a character", `"${marker}\\ud800"`],
    );
  }
  if (schema.type === "array") {
    const tooMany = Array.from({ length: (schema.maxItems ?? 0) + 1 }, () =>
      sampleOf(schema.items ?? {}),
    );
    wrong.push(["too many", JSON.stringify(tooMany)]);
  }
  return wrong;
}

type Field = { readonly path: readonly (string | number)[]; readonly schema: Schema };

/** Every field of a body, at any depth; of a list, its first entry. */
function fieldsOf(schema: Schema, path: Field["path"] = []): readonly Field[] {
  const inside = Object.entries(schema.properties ?? {}).map(
    ([name, field]) => [name, field] as const,
  );
  const entries = schema.items === undefined ? inside : [...inside, [0, schema.items] as const];
  return entries.flatMap(([name, field]) => [
    { path: [...path, name], schema: field },
    ...fieldsOf(field, [...path, name]),
  ]);
}

const hole = "a-hole-to-be-filled";

/** The written body with one place holding `written` instead, or nothing at all. */
function withAt(body: unknown, path: Field["path"], written: string | undefined): string {
  const copy = structuredClone(body) as Record<string | number, unknown>;
  const [last, ...before] = [...path].reverse();
  let place = copy;
  for (const step of before.reverse()) place = place[step] as Record<string | number, unknown>;
  if (written === undefined) delete place[last ?? ""];
  else place[last ?? ""] = hole;
  return JSON.stringify(copy).replace(JSON.stringify(hole), () => written ?? "");
}

function jsonDoors(): readonly Door[] {
  return doors.filter(({ contentType }) => contentType === "application/json");
}

test("the list of doors holds what this file is about", () => {
  expect(doors.length).toBeGreaterThan(20);
  expect(jsonDoors().length).toBeGreaterThan(10);
});

test("a body that fits is not called malformed: so what follows is refused for its fault", async () => {
  const asked = await Promise.all(
    jsonDoors().map((door) => knockWith(door, "fits", JSON.stringify(sampleOf(door.body ?? {})))),
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
          asked.push(await knockWith(door, name, withAt(fits, path, written)));
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
          await knockWith(door, `${path.join(".")}: missing`, withAt(fits, path, undefined)),
        );
        const beside = [...path.slice(0, -1), marker];
        const extra = withAt(fits, beside, JSON.stringify(marker));
        asked.push(await knockWith(door, `${path.join(".")}: unknown beside`, extra));
      }
    }

    expect(wrongOnes(asked)).toEqual([]);
    expect(asked.length).toBeGreaterThan(100);
  }, 60_000);
});

function isNamed({ path }: Field): boolean {
  return typeof path.at(-1) === "string";
}

test("each parameter of each address is refused when it does not fit", async () => {
  const asked: Asked[] = [];
  for (const door of doors) {
    for (const { name, schema } of door.parameters) {
      const wrong = [
        ["far too long", "x".repeat(5_000)],
        ["a little too long", "x".repeat(129)],
        ["text", marker],
        ["NUL", `${marker}%00`],
        ["bad escape", `${marker}%zz`],
        ["half a character", `${marker}%ed%a0%80`],
        ["a path", "..%2f..%2fetc%2fpasswd"],
        ["twice", `${marker}&${name}=${marker}`],
        ["an object", `${marker}&${name}[a]=${marker}`],
        ["SQL", "%27%3B%20drop%20table%20reports%3B--"],
      ] as const;
      const isFree = isFreeText(schema);
      for (const [what, value] of wrong.filter(([one]) => !isFree || tooMuch.has(one))) {
        asked.push(await knock(door, `${name}: ${what}`, { url: urlOf(door, { [name]: value }) }));
      }
    }
    const unknown = `${urlOf(door)}?${marker}=${marker}`;
    if (door.parameters.some((one) => one.in === "query")) {
      asked.push(await knock(door, "unknown parameter", { url: unknown }));
    }
  }

  expect(wrongOnes(asked)).toEqual([]);
  expect(asked.length).toBeGreaterThan(50);
});

const tooMuch = new Set(["far too long", "a little too long", "twice", "an object"]);

test("a school search takes any text a person can type, and finds nothing by it", async () => {
  const typed = ["%00", "%ed%a0%80", "'; drop table reports; --", "%25", "_", "\\", "\u200b", "🙂"];
  const search = doors.find(({ path }) => path === "/api/public/schools");
  const answers = await Promise.all(
    typed.map((text) =>
      doorstep.app.inject(
        `${search?.path}?search=zz${text.startsWith("%") ? text : encodeURIComponent(text)}`,
      ),
    ),
  );

  expect(answers.map(({ statusCode }) => statusCode)).toEqual(typed.map(() => 200));
  expect(answers.map((one) => one.json())).toEqual(typed.map(() => ({ schools: [] })));
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
      ["open arrays", "[".repeat(deep)],
      ["nested objects", nestedObjects],
      ["too large", JSON.stringify("x".repeat(2_000_000))],
      ["__proto__", `{"__proto__":{"isAdmin":true},${fits.slice(1)}`],
      ["__proto__ written otherwise", `{"__pr\\u006fto__":{"isAdmin":true},${fits.slice(1)}`],
      ["constructor", `{"constructor":{"prototype":{"isAdmin":true}},${fits.slice(1)}`],
      ["a bad second copy", duplicated(fits)],
    ] as const;
    for (const [what, body] of bodies) asked.push(await knockWith(door, what, body));
    const bytes = Buffer.from([0xff, 0xfe, 0x00, ...Buffer.from(fits)]);
    asked.push(await knockWith(door, "bytes that are no text", bytes));
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
      asked.push(await knock(door, type, { payload: fits, headers }));
    }
    const bomb = gzipSync(Buffer.alloc(50_000_000, 32));
    for (const [what, payload] of [
      ["gzip", gzipSync(fits)],
      ["a gzip bomb", bomb],
    ] as const) {
      const headers = { "content-type": "application/json", "content-encoding": "gzip" };
      asked.push(await knock(door, what, { payload, headers }));
    }
  }

  expect(wrongOnes(asked)).toEqual([]);
}, 60_000);

test("a door for bytes refuses what is not bytes, too many bytes, and bytes of another name", async () => {
  const bytesDoors = doors.filter(({ contentType }) => contentType === "application/octet-stream");
  const asked: Asked[] = [];
  for (const door of bytesDoors) {
    asked.push(await knockWith(door, "nothing", Buffer.alloc(0)));
    asked.push(await knockWith(door, "other bytes", Buffer.from(marker)));
    asked.push(await knockWith(door, "too many", Buffer.alloc(1_300_000)));
    for (const type of ["application/json", "text/plain", "image/jpeg"]) {
      const headers = { "content-type": type };
      asked.push(await knock(door, type, { payload: `{"a":"${marker}"}`, headers }));
    }
  }

  expect(asked.length).toBeGreaterThan(0);
  expect(wrongOnes(asked)).toEqual([]);
});

test("a door that takes no body is not troubled by one", async () => {
  const asked: Asked[] = [];
  for (const door of doors.filter(({ body, method }) => body === undefined && method !== "get")) {
    asked.push(
      await knock(door, "words", { payload: marker, headers: { "content-type": "text/plain" } }),
    );
    asked.push(
      await knock(door, "deep", {
        payload: nestedArrays,
        headers: { "content-type": "application/json" },
      }),
    );
  }

  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter(({ status }) => status >= 500)).toEqual([]);
  expect(asked.filter(({ answer }) => answer.includes(marker))).toEqual([]);
});

test("no door opens to a method that it does not name", async () => {
  const asked: Asked[] = [];
  for (const path of new Set(doors.map((door) => door.path))) {
    const here = doors.filter((door) => door.path === path);
    const named = new Set(here.map(({ method }) => method));
    const others = ["get", "post", "put", "patch", "delete"].filter((one) => !named.has(one));
    for (const method of others) {
      const [door] = here;
      if (door === undefined) continue;
      const headers = { "x-http-method-override": door.method.toUpperCase() };
      asked.push(await knock({ ...door, method }, `by ${method}`, { headers }));
    }
  }

  expect(wrongOnes(asked)).toEqual([]);
  expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([404]));
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
    if (door !== undefined) asked.push(await knockWith(door, text, JSON.stringify(body)));
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
      const asked = await knockWith(door, field.path.join("."), body);
      expect(asked.status === 200 || isPlainRefusal(asked), JSON.stringify(asked)).toBe(true);
    }),
    { numRuns: 1_500 },
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
