import { parcelStates, sendParcel } from "@truong-an/mini-app/reporter/outbox";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { asFromAnotherPhone, sealMany, send } from "../../support/phones.ts";
import type { Sealed } from "../../support/reporter.ts";
import { dangerFacts, quietFacts } from "../../support/reporter.ts";
import { eventually } from "../../support/stage.ts";

// The Mini App's own outbox at real doors, on a phone so slow that its puzzle takes three seconds.

let doorstep: Doorstep;
let calls: { readonly path: string; readonly puzzle: string | null; readonly status: number }[] =
  [];
let puzzlesAway = 0; // how many of the next calls for a puzzle get no answer
const slowMs = 3_000;
const realFetch = globalThis.fetch;

beforeAll(async () => {
  doorstep = await openDoorstep();
});
afterAll(() => doorstep.close());
beforeEach(() => {
  vi.stubGlobal("__API_BASE__", doorstep.url);
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("fetch", slowlyFetch);
});
afterEach(() => vi.unstubAllGlobals());

async function slowlyFetch(url: string, options: RequestInit): Promise<Response> {
  const path = new URL(url).pathname.split("/").at(-1) ?? "";
  if (path === "puzzle" && puzzlesAway > 0) {
    puzzlesAway -= 1;
    calls.push({ path, puzzle: null, status: 0 });
    throw new TypeError("no network");
  }
  const answer = await realFetch(url, options);
  const { puzzle = null } = JSON.parse(String(options.body ?? "{}"));
  calls.push({ path, puzzle, status: answer.status });
  if (path === "puzzle") await new Promise((resolve) => setTimeout(resolve, slowMs));
  return answer;
}

async function sendFromMiniApp({ report, reportIdentity }: Sealed): Promise<void> {
  calls = [];
  await sendParcel({ report, sheetVersion: 1, photos: [], arrived: null }, reportIdentity);
}

function arrived({ report }: Sealed) {
  const { submissionId } = report;
  const sent = () => (parcelStates().get(submissionId)?.kind === "sent" ? true : undefined);
  return eventually("the report has arrived", sent);
}

async function one(facts: typeof quietFacts): Promise<Sealed> {
  const [sealed] = await sealMany(doorstep, 1, facts);
  if (sealed === undefined) throw new Error("nothing was sealed");
  return sealed;
}

test("a quiet report waits for its puzzle and is sent once", async () => {
  const sealed = await one(quietFacts);

  await sendFromMiniApp(sealed);
  await arrived(sealed);

  expect(calls.map(({ path, status }) => [path, status])).toEqual([
    ["puzzle", 200],
    ["reports", 200],
  ]);
});

test("a quiet report without a puzzle is not sent in vain: it tries again by itself", async () => {
  const sealed = await one(quietFacts);
  puzzlesAway = 1;

  await sendFromMiniApp(sealed);
  await arrived(sealed);

  expect(calls.map(({ path, status }) => [path, status])).toEqual([
    ["puzzle", 0],
    ["puzzle", 200],
    ["reports", 200],
  ]);
});

test("an emergency does not wait for a slow puzzle", async () => {
  const sealed = await one(dangerFacts);

  await sendFromMiniApp(sealed);
  await arrived(sealed);

  expect(calls.filter(({ path }) => path === "reports")).toEqual([
    { path: "reports", puzzle: null, status: 200 },
  ]);
});

test("an emergency beyond the free ones solves the same puzzle to its end, and arrives", async () => {
  const sealed = await one(dangerFacts);
  const before = Array.from({ length: 120 }, () =>
    send(doorstep, asFromAnotherPhone(sealed), null),
  );
  await Promise.all(before);

  await sendFromMiniApp(sealed);
  await arrived(sealed);

  expect(calls.map(({ path, puzzle, status }) => [path, puzzle !== null, status])).toEqual([
    ["puzzle", false, 200],
    ["reports", false, 428],
    ["reports", true, 200],
  ]);
});
