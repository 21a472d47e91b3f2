import { openMail } from "@truong-an/bot-server/mail/send";
import { newSubmissionId } from "@truong-an/shared/sealing/random";
import type { Signal } from "@truong-an/shared/triage/signals";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newCanary, type Place, placesWith, spellingsOf } from "../support/canary.ts";
import type { Colleague } from "../support/colleague.ts";
import { dumpDatabase } from "../support/database-dump.ts";
import { emailOf, zaloIdOf } from "../support/demo-ids.ts";
import { jpegWith } from "../support/jpeg.ts";
import { fetchSheet, pilotSchool, reply, seal, send, solvePuzzle } from "../support/reporter.ts";
import { type ServerProcess, startServerProcess } from "../support/server-process.ts";
import { type Backdrop, openBackdrop } from "../support/stage.ts";
import { callsAreOver } from "../support/stored.ts";
import { type Exchange, type Traffic, watchTraffic } from "../support/traffic.ts";
import { tellWholeStory, type WholeStory } from "../support/whole-story.ts";

const canary = newCanary();
const address = "203.0.113.77"; // documentation only (RFC 5737): nobody's
const asHeader = Buffer.from(canary.text, "utf8").toString("latin1");

let backdrop: Backdrop;
let server: ServerProcess;
let traffic: Traffic;
let story: WholeStory;

beforeAll(async () => {
  backdrop = await openBackdrop({ settings: { TRUST_PROXY: "127.0.0.1", LOG_LEVEL: "debug" } });
  server = await startServerProcess(backdrop.environment);
  traffic = watchTraffic({
    "user-agent": asHeader,
    "x-forwarded-for": `${asHeader}, ${address}`,
    "x-forwarded-host": asHeader,
    "x-real-ip": address,
    "accept-language": encodeURIComponent(canary.text),
    "x-request-id": encodeURIComponent(canary.text),
    "x-anything": asHeader,
  });
  backdrop.sim.fail({ next: 2, kind: "refuse", code: -230 });
  backdrop.sim.fail({ next: 2, kind: "http500" });
  const words = canary.text;
  story = await tellWholeStory(
    { url: server.url, invitations: backdrop.invitations },
    { story: words, answer: words, note: words, reply: words, photo: photo(), passphrase: words },
  );
  await everythingRefused(story.police);
  await amongHints();
  await anAccident();
  await callsAreOver(backdrop.database);
}, 120_000);

afterAll(async () => {
  traffic.stop();
  await server.kill();
  await backdrop.close();
});

describe("a sentence put in every field, photo, header and passphrase is found nowhere", () => {
  test("in no value of the database, not even in the sealed ones", async () => {
    const cells = await dumpDatabase(backdrop.database);

    expect(placesWith(canary, cells)).toEqual([]);
    expect(placesWith({ text: address, pieces: [address] }, cells)).toEqual([]);
  });

  test("in no log line, at the level that says most", () => {
    const output = server.output();

    expect(output.split("\n").length).toBeGreaterThan(60);
    expect(output).toContain('"msg":"failed"');
    expect(placesWith(canary, logLines(output))).toEqual([]);
    expect(placesWith({ text: address, pieces: [address] }, logLines(output))).toEqual([]);
  });

  test("in no letter, from its envelope to its last line", () => {
    const letters = backdrop.mail.mails();

    expect(letters.length).toBeGreaterThan(0);
    expect(placesWith(canary, letterPlaces())).toEqual([]);
  });

  test("in nothing that Zalo was sent or showed", () => {
    const { sim } = backdrop;

    expect(sim.requests().length).toBeGreaterThan(0);
    expect(sim.items().length).toBeGreaterThan(0);
    expect(placesWith(canary, simPlaces())).toEqual([]);
  });

  test("in no answer to anybody, refusals included", () => {
    const answers = traffic.exchanges().map(({ method, path, received, headers }) => {
      const head = Buffer.from(JSON.stringify([...headers]), "utf8");
      return { where: `${method} ${path}`, bytes: Buffer.concat([head, received]) };
    });

    expect(answers.length).toBeGreaterThan(60);
    expect(placesWith(canary, answers)).toEqual([]);
  });

  test("in no metric", async () => {
    const headers = { authorization: "Bearer only-for-the-tests" };
    const answer = await fetch(`${server.url}/metrics`, { headers });
    const bytes = Buffer.from(await answer.arrayBuffer());

    expect(bytes.toString()).toContain("refusals_total");
    expect(placesWith(canary, [{ where: "metrics", bytes }])).toEqual([]);
  });
});

describe("and the search would have found it", () => {
  test("the sentence was sent: in every head, and in many paths and bodies", () => {
    const exchanges = traffic.exchanges();
    const holding = (bytesOf: (one: Exchange) => Buffer): number =>
      placesWith(
        canary,
        exchanges.map((one) => ({ where: "request", bytes: bytesOf(one) })),
      ).length;

    expect(holding(({ sentHeaders }) => headerBytes(sentHeaders))).toBe(exchanges.length);
    expect(holding(({ path }) => Buffer.from(path))).toBeGreaterThan(8);
    expect(holding(({ sent }) => sent)).toBeGreaterThan(18);
  });

  test("in the database: as text, as bytes, in JSON, in the job queue", async () => {
    const { database } = backdrop;
    await database.query("create table planted (words text, bytes bytea, json jsonb)");
    await database.query("insert into planted values ($1, $2, $3)", [
      canary.text.normalize("NFD"),
      Buffer.from(`x${Buffer.from(canary.text).toString("base64")}`),
      JSON.stringify({ deep: [{ words: canary.text }] }),
    ]);
    await database.query("select graphile_worker.add_job('planted', $1::json)", [
      JSON.stringify({ words: canary.text }),
    ]);

    const found = placesWith(canary, await dumpDatabase(database)).join("\n");
    await database.query("drop table planted");

    expect(found).toMatch(/^public\.planted\.words \(decomposed/m);
    expect(found).toMatch(/^public\.planted\.bytes \(.*base64/m);
    expect(found).toMatch(/^public\.planted\.json \(composed/m);
    expect(found).toMatch(/^graphile_worker\._private_jobs\.payload \(composed/m);
  });

  test("in a log line, however the logger would have written it", () => {
    const escaped = { level: 30, msg: "answered", route: canary.text };

    expect(placesWith(canary, logLines(JSON.stringify(escaped)))).toHaveLength(1);
    expect(placesWith(canary, logLines(encodeURIComponent(canary.text)))).toHaveLength(1);
    expect(placesWith(canary, logLines(asHeader))).toHaveLength(1);
  });

  test("in a letter, through the encodings of mail", async () => {
    const to = emailOf("department");
    const mail = openMail({
      host: "127.0.0.1",
      port: backdrop.mail.port,
      tls: "none",
      from: "a@truong-an.invalid",
      timeoutMs: 5_000,
    });
    const plain = "a plain line of a letter, and one more. ".repeat(20);
    await mail.sendMail({ to, subject: "a", text: `${plain}${canary.text}` });
    await mail.sendMail({ to, subject: "a", text: `${"ữ ".repeat(400)}${canary.text}` });
    await mail.sendMail({ to, subject: canary.text, text: "a" });
    mail.close();
    const raws = backdrop.mail
      .mails()
      .map(({ raw }) => raw)
      .join("\n");

    expect(raws).toContain("quoted-printable");
    expect(raws).toContain("base64");
    expect(placesWith(canary, letterPlaces())).toHaveLength(3);
  });

  test("at the simulator, in a message and in a header", async () => {
    const to = zaloIdOf("department");
    await fetch(`${backdrop.sim.url}/v3.0/oa/message/cs`, {
      method: "POST",
      headers: { "content-type": "application/json", access_token: "sim-access-token" },
      body: JSON.stringify({ recipient: { user_id: to }, message: { text: canary.text } }),
    });

    const found = placesWith(canary, simPlaces()).join("\n");

    expect(found).toMatch(/^request/m);
    expect(found).toMatch(/^phone/m);
  });

  test("in every spelling, in the middle of other bytes", () => {
    const missed = [...spellingsOf(canary.text)].filter(([, spelt]) => {
      const bytes = Buffer.concat([Buffer.from([0xff, 0x41]), spelt, Buffer.from([0x41, 0])]);
      return placesWith(canary, [{ where: "bytes", bytes }]).length === 0;
    });

    expect(missed.map(([name]) => name)).toEqual([]);
  });
});

function photo(): Uint8Array {
  return jpegWith(canary.text);
}

/** Every door is offered the sentence in a way that it must refuse, and none may keep it. */
async function everythingRefused(police: Colleague): Promise<void> {
  const { url } = server;
  const words = canary.text;
  const encoded = encodeURIComponent(words);
  const { report } = await seal(await fetchSheet(url, pilotSchool), { story: words });
  const puzzle = await solvePuzzle(url);
  const post = "POST";
  const bodies: readonly (readonly [string, string, unknown])[] = [
    [post, "/api/reporter/reports", { report: { ...report, words }, puzzle }],
    [post, "/api/reporter/reports", { report: { ...report, story: words }, puzzle }],
    [post, "/api/reporter/reports", { report, puzzle: words }],
    [post, "/api/reporter/reports", { report, puzzle: Buffer.from(words).toString("base64") }],
    [post, "/api/reporter/reports", { report, puzzle: null, words }],
    [post, "/api/reporter/reports", words],
    [post, "/api/reporter/reports", { report: { ...report, story: words.repeat(9_000) }, puzzle }],
    [post, "/api/reporter/threads/open", { finder: words }],
    [post, "/api/reporter/threads/open", { finder: finderLike(words) }],
    [post, "/api/reporter/threads/messages", { finder: finderLike(words), text: words }],
    [post, "/api/reporter/threads/photo", { finder: finderLike(words), sha256: words }],
    ["PUT", `/api/reporter/photos/${encoded}`, undefined],
    ["GET", `/api/public/schools?search=${encoded}`, undefined],
    ["GET", `/api/public/schools?search=a&words=${encoded}`, undefined],
    ["GET", `/api/public/schools/${encoded}/sheet`, undefined],
    ["GET", `/${encoded}?${encoded}=${encoded}`, undefined],
    ["GET", `/zapps/${encoded}/`, undefined],
    ["DELETE", `/api/reporter/reports/${encoded}`, undefined],
    [post, "/api/staff/invitations/open", { token: words }],
    [post, "/api/staff/sign-in/start", { email: `${canary.pieces[1]}@truong-an.invalid` }],
    [post, "/api/staff/sign-in", { email: words, signInHalf: words, oneTimeCode: words }],
    ["GET", `/api/staff/reports?closed=${encoded}`, undefined],
    ["GET", `/api/staff/reports/${encoded}`, undefined],
    [
      post,
      `/api/staff/reports/${story.urgentId}/notes`,
      { noteId: newSubmissionId(), text: words },
    ],
    [post, `/api/staff/reports/${story.urgentId}/messages`, { messageId: words, sealed: words }],
    [post, `/api/staff/reports/${story.urgentId}/close`, { outcome: words }],
  ];
  for (const [method, path, body] of bodies) await police.call(method, path, body);
  const raw = (type: string, body: string | Uint8Array) =>
    fetch(`${url}/api/reporter/reports`, {
      method: post,
      headers: { "content-type": type },
      body: Buffer.from(body),
    });
  await raw("application/json", `{"report": "${words}`);
  await raw("text/plain", words);
  await raw(`application/json; charset=${encoded}`, JSON.stringify({ words }));
  await raw("application/json", JSON.stringify(nested(words, 2_000)));
  await raw("application/octet-stream", photo());
  await fetch(`${url}/api/staff/me`, { headers: { cookie: `truong-an-console=${encoded}` } });
  await fetch(`${url}/api/staff/sign-out`, {
    method: post,
    headers: { origin: `https://${canary.pieces[1]}.invalid` },
  });
}

/** The one field that forgives: a report and a reply are taken, and words among their hints dropped. */
async function amongHints(): Promise<void> {
  const { url } = server;
  const words = canary.text;
  const encoded = Buffer.from(words).toString("base64");
  const { report, receipt } = await seal(await fetchSheet(url, pilotSchool));
  const signals = [words, "says_again", encoded, { words }] as unknown as Signal[];
  const sent = await send(url, { ...report, signals });
  const said = await reply(url, receipt, { text: "Dạ.", signals });
  if (sent.status !== 200 || said.status !== 200) throw new Error("refused over a hint");
  const { database } = backdrop;
  const stored = await database.query("select signals from reports where submission_id = $1", [
    report.submissionId,
  ]);
  expect(stored.rows).toEqual([{ signals: ["says_again"] }]);
}

/** The database fails at a query that holds the sentence, and says so with the query's values. */
async function anAccident(): Promise<void> {
  await backdrop.database.query("alter table schools rename to schools_gone");
  const encoded = encodeURIComponent(canary.text);
  const answer = await fetch(`${server.url}/api/public/schools?search=${encoded}`);
  await backdrop.database.query("alter table schools_gone rename to schools");
  if (answer.status !== 500) throw new Error("the accident did not happen");
}

/** 32 bytes of the sentence, as a finding half would come. */
function finderLike(words: string): string {
  return Buffer.from(words, "utf8").subarray(-32).toString("base64");
}

function nested(words: string, depth: number): unknown {
  return depth === 0 ? words : { words: nested(words, depth - 1) };
}

function logLines(output: string): readonly Place[] {
  return output.split("\n").map((line) => ({ where: "log", bytes: Buffer.from(line, "utf8") }));
}

/** Each letter as it came, and without the line ends that mail puts into encoded text. */
function letterPlaces(): readonly Place[] {
  return backdrop.mail.mails().map((letter) => {
    const { raw, from, to, subject, text } = letter;
    const joined = raw.replace(/=\r?\n/g, "").replaceAll(/\?=\r?\n =\?UTF-8\?[BQ]\?/gi, "");
    const parts = [raw, joined, joined.replace(/\r?\n/g, ""), from, ...to, subject, text];
    return { where: "letter", bytes: Buffer.from(parts.join("\n\n"), "utf8") };
  });
}

function simPlaces(): readonly Place[] {
  const { sim } = backdrop;
  const bytesOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value), "utf8");
  return [
    ...sim.requests().map((request) => ({ where: "request", bytes: bytesOf(request) })),
    ...sim.items().map((shown) => ({ where: "phone", bytes: bytesOf(shown) })),
  ];
}

function headerBytes(headers: Headers): Buffer {
  return Buffer.from([...headers].flat().join("\n"), "latin1");
}
