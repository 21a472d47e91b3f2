import { desksThatMayRead } from "@truong-an/shared/routing/readers";
import { resealEnvelopes } from "@truong-an/shared/sealing/report";
import { triageOf } from "@truong-an/shared/triage/triage";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Colleague, joinDesk, take } from "../support/colleague.ts";
import { type Cell, dumpDatabase } from "../support/database-dump.ts";
import { deskIdOf, zaloIdOf } from "../support/demo-ids.ts";
import { jpegWith } from "../support/jpeg.ts";
import {
  dangerFacts,
  fetchSheet,
  pilotSchool,
  quietFacts,
  seal,
  send,
  submit,
} from "../support/reporter.ts";
import {
  holdsWords,
  isAgeFile,
  openedBy,
  privateKeysOf,
  sealedCells,
} from "../support/sealed-cells.ts";
import { identitiesIn, identitiesMadeOf, stringsIn, writingsOfKey } from "../support/secrets.ts";
import { type ServerProcess, startServerProcess } from "../support/server-process.ts";
import { sourcesIn } from "../support/sources.ts";
import { type Backdrop, eventually, openBackdrop } from "../support/stage.ts";
import { type Traffic, watchTraffic } from "../support/traffic.ts";
import { tellWholeStory, type WholeStory } from "../support/whole-story.ts";

const address = "198.51.100.23"; // documentation only (RFC 5737): nobody's
const agent = "Mozilla/5.0 (Linux; Android 9; SM-J730G) Zalo android/12100";

let backdrop: Backdrop;
let server: ServerProcess;
let traffic: Traffic;
let story: WholeStory;
let cells: readonly Cell[];

beforeAll(async () => {
  backdrop = await openBackdrop({ settings: { TRUST_PROXY: "127.0.0.1", LOG_LEVEL: "debug" } });
  server = await startServerProcess(backdrop.environment);
  traffic = watchTraffic({ "user-agent": agent, "x-forwarded-for": address });
  const words = {
    story: "Bạn Bình lớp 8A bị chặn đánh sau trường.",
    answer: "Cô chú đang tới.",
    note: "Đã gọi phụ huynh.",
    reply: "Dạ con cảm ơn.",
    photo: jpegWith("một bức ảnh"),
    passphrase: "mùa xuân về trên bản nhỏ",
  };
  story = await tellWholeStory({ url: server.url, invitations: backdrop.invitations }, words);
  cells = await dumpDatabase(backdrop.database);
}, 120_000);

afterAll(async () => {
  traffic.stop();
  await server.kill();
  await backdrop.close();
});

describe("The server cannot read a report.", () => {
  test("The story, names, photos and every later message are sealed on the sender's device.", () => {
    const sealed = sealedCells(cells);
    const columns = new Set(sealed.map(({ where }) => where));
    const lasting = cells.filter(({ where }) => holdsWords(where));

    expect(columns).toContain("public.reports.story");
    expect(columns).toContain("public.messages.sealed");
    expect(columns).toContain("public.photos.sealed");
    expect(columns).toContain("public.notes.sealed");
    expect(columns).toContain("public.envelopes.sealed");
    expect(lasting.length).toBeGreaterThan(12);
    expect(lasting.filter(({ bytes }) => !isAgeFile(bytes))).toEqual([]);
  });

  test("Nothing that the server holds or has ever been sent opens any of them.", async () => {
    const settings = Object.values(backdrop.environment).map((value) => value ?? "");
    const secondFactors = [story.police.totpSecret, story.school.totpSecret];
    const sent = stringsIn(traffic.exchanges());
    const held = new Set([
      ...identitiesIn([...settings, ...sent, ...cells.map(({ bytes }) => bytes)]),
      ...identitiesMadeOf([...settings, ...secondFactors]),
    ]);
    const sealed = sealedCells(cells);

    const opened = await openedBy(held, sealed);

    expect(held.size).toBeGreaterThan(60);
    expect(sealed.length).toBeGreaterThan(20);
    // The second factors, sealed to the server's own key: proof that opening was really tried.
    expect(opened).toEqual(["public.staff.totp_sealed", "public.staff.totp_sealed"]);
  }, 120_000);

  test("No key that opens them ever reaches the server, its logs, its backups or its operator.", async () => {
    const keys = await privateKeysOf(story, backdrop);
    const places = [
      ...cells,
      { where: "log", bytes: Buffer.from(server.output()) },
      { where: "environment", bytes: Buffer.from(JSON.stringify(backdrop.environment)) },
      ...traffic.exchanges().flatMap(({ path, sent, received }) => [
        { where: `sent to ${path}`, bytes: sent },
        { where: `answered by ${path}`, bytes: received },
      ]),
    ];

    const found = keys.flatMap((key) => {
      const writings = writingsOfKey(key);
      return places.filter(({ bytes }) => writings.some((written) => bytes.includes(written)));
    });

    expect(keys).toHaveLength(7 + 2 + 4 + 7); // desks; reports; staff; receipts and invitations
    expect(await openedBy(new Set(keys), sealedCells(cells))).toHaveLength(
      sealedCells(cells).length - 2, // all but the two second factors
    );
    expect(found.map(({ where }) => where)).toEqual([]);
  }, 120_000);

  test("The receipt code and the passphrase stay where they were typed.", () => {
    const said = [story.urgent.receipt, story.quiet.receipt, story.police.passphrase];
    const places = [
      ...cells.map(({ bytes }) => bytes),
      ...traffic.exchanges().map(({ sent }) => sent),
      Buffer.from(server.output()),
    ];

    const found = places.filter((bytes) => said.some((words) => bytes.includes(words)));

    expect(found).toEqual([]);
  });
});

describe("Nobody can link a report to a Zalo account.", () => {
  const files = sourcesIn("mini-app/src/reporter");

  test("The report path makes no identity call.", () => {
    const sdk = /["']zmp-sdk/; // it signs people in: from the first page and the bulletins only
    const withSdk = files.filter(({ code }) => sdk.test(code)).map(({ name }) => name);
    const usersOf = (file: string) =>
      files.filter(({ code }) => code.includes(`/${file}"`)).map(({ name }) => name);
    const zalo = files.find(({ name }) => name === "zalo.ts")?.code ?? "";
    const asked = [...zalo.matchAll(/jsCall\("", "([\w.]+)"/g)].map(([, action]) => action);
    const askers = files.filter(({ code }) => identityCalls.test(code)).map(({ name }) => name);

    expect(files.length).toBeGreaterThan(30);
    expect(withSdk.sort()).toEqual(["notice-consent.ts", "share.ts"]);
    expect(usersOf("share.ts")).toEqual(["home-page.tsx"]);
    expect(usersOf("notice-consent.ts")).toEqual(["use-notices.ts"]);
    expect(usersOf("use-notices.ts")).toEqual(["bulletin-notices.tsx"]);
    expect(usersOf("bulletin-notices.tsx")).toEqual(["bulletins-page.tsx"]);
    expect(asked).toEqual(["action.window.close"]);
    expect(askers).toEqual(["notice-consent.ts"]); // for notices of bulletins, where no report is
  });

  test("It sends no token or cookie, and is given none.", () => {
    const calls = traffic
      .exchanges()
      .filter(({ path }) => /^\/api\/(reporter|public)\//.test(path));
    const api = files.find(({ name }) => name === "api.ts")?.code ?? "";
    const bulletins = files.find(({ name }) => name === "bulletins-api.ts")?.code ?? "";
    const fetches = files.filter(({ code }) => /\bfetch\(/.test(code)).map(({ name }) => name);

    expect(new Set(calls.map(({ path }) => path.split("/")[3]))).toEqual(
      new Set(["schools", "puzzle", "reports", "photos", "threads"]),
    );
    expect(calls.filter(({ headers }) => headers.has("set-cookie"))).toEqual([]);
    expect(calls.filter(({ headers }) => headers.has("www-authenticate"))).toEqual([]);
    expect(calls.filter(({ headers }) => headers.has("access-control-allow-credentials"))).toEqual(
      [],
    );
    expect(fetches.sort()).toEqual(["api.ts", "bulletins-api.ts"]); // the second for bulletins
    for (const code of [api, bulletins]) {
      expect(code).toContain('credentials: "omit"');
      expect(code).toContain('referrerPolicy: "no-referrer"');
    }
    expect(api).not.toMatch(/authorization|access_token|cookie\b(?!,)/i);
    expect(bulletins).not.toContain("/api/reporter/");
    const withToken = files.filter(({ code }) => /\baccessToken\b(?!: string)/.test(code));
    expect(withToken.map(({ name }) => name)).toEqual(["notice-consent.ts"]);
  });

  test("It stores no address, agent or exact device data.", async () => {
    const { rows } = await backdrop.database.query<{ name: string; type: string }>(`
      select table_name || '.' || column_name as name, data_type as type
      from information_schema.columns
      where table_name = any('{reports,envelopes,messages,photos,notes,alert_attempts,audit_entries}')`);
    const traces = [address, "127.0.0.1", "Mozilla", "SM-J730G", "node"];
    const kept = cells.filter(({ where }) => !where.startsWith("public.schema_migrations"));
    const found = kept.filter(({ bytes }) => traces.some((trace) => bytes.includes(trace)));

    expect(rows.length).toBeGreaterThan(50);
    expect(
      rows.filter(({ name }) => /addr|agent|_ip\b|device|zalo|cookie|token/.test(name)),
    ).toEqual([]);
    expect(rows.filter(({ type }) => /inet|cidr|macaddr/.test(type))).toEqual([]);
    expect(found.map(({ where }) => where)).toEqual([]);
    expect(traces.slice(0, 4).filter((trace) => server.output().includes(trace))).toEqual([]);
  });
});

const identityCalls =
  /\b(getUserInfo|getUserID|getAccessToken|getAuthCode|getIDToken|getPhoneNumber|getLocation|getDeviceId\w*|getDeviceInfo|getSetting|getSystemInfo|getZPIToken|authorize|login|followOA|interactOA|openProfile\w*|navigator\.(userAgent|geolocation|platform))\b/;

describe("Silence is an event.", () => {
  test("Every report has an owner and a deadline.", async () => {
    const { rows } = await backdrop.database.query(
      "select status, owner_desk_id, next_rung_at, received_at from reports",
    );
    const waiting = rows.filter(({ status }) => status === "waiting");

    expect(rows).toHaveLength(2);
    expect(waiting).toHaveLength(2); // handed over, and come back with a message
    expect(waiting.every((row) => row.next_rung_at > row.received_at)).toBe(true);
    expect(waiting.every((row) => row.owner_desk_id !== null)).toBe(true);
  });

  test("If nobody takes it, the next desk hears, and the next. An accepted report is never lost and never waits for a restart, a lost phone or a closed school.", async () => {
    const quick = { minutes: 0.04 };
    const level = { secondRung: quick, thirdRung: { minutes: 0.08 }, repeat: { minutes: 0.06 } };
    const clocks = {
      emergency: level,
      high: level,
      normal: level,
      low: level,
      not_a_report: level,
    };
    const quiet = await openBackdrop({ settings: { CLOCKS: JSON.stringify(clocks) } });
    const heard = (desk: string): number => quiet.sim.items(zaloIdOf(desk)).length;
    const hears = (desk: string, times: number) =>
      eventually(`${desk} hears`, () => (heard(desk) >= times ? true : undefined));
    let house = await startServerProcess(quiet.environment);

    await submit(house.url, { facts: quietFacts });
    await hears("cill-cus", 1);
    const before = [heard("commune-nam-ban"), heard("department")];
    await house.kill(); // the deadline passes while nothing runs
    await new Promise((resolve) => setTimeout(resolve, 2_600));
    house = await startServerProcess(quiet.environment);
    await hears("commune-nam-ban", 1);
    await hears("department", 1);
    await hears("cill-cus", 2); // the ladder is at its end: everyone is called again
    await hears("department", 2);
    const school = await joinDesk({ url: house.url, invitations: quiet.invitations }, "cill-cus");
    const [row] = await school.queue();
    const taken = await take(school, row?.id ?? "");
    const jobs = await quiet.database.query(
      "select 1 from graphile_worker.jobs where key like 'escalate:%'",
    );
    await new Promise((resolve) => setTimeout(resolve, 500)); // calls that had begun come to their end
    const soon = quiet.sim.items().length;
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    const late = quiet.sim.items().length;
    await house.kill();
    await quiet.close();

    expect(before).toEqual([0, 0]);
    expect(taken.status).toBe(204);
    expect(jobs.rowCount).toBe(0);
    expect(late).toBe(soon);
  }, 90_000);
});

describe("No lone gatekeeper.", () => {
  let sheet: Awaited<ReturnType<typeof fetchSheet>>;
  let school: Colleague;
  beforeAll(async () => {
    sheet = await fetchSheet(server.url, pilotSchool);
    school = story.school;
  });

  test("Serious reports reach at least two independent bodies.", async () => {
    const told = await toldKinds(await submit(server.url, { facts: dangerFacts }));
    const high = { ...quietFacts, categories: ["weapon" as const], when: "days" as const };
    const toldOfHigh = await toldKinds(await submit(server.url, { facts: high }));

    expect(triageOf(high, []).level).toBe("high");
    expect(new Set(told).size).toBeGreaterThanOrEqual(2);
    expect(new Set(toldOfHigh).size).toBeGreaterThanOrEqual(2);
  });

  test("A phone that leaves one of them out is refused.", async () => {
    const { report } = await seal(sheet, { facts: dangerFacts });
    const envelopes = report.envelopes.filter(({ deskId }) => deskId === deskIdOf("cill-cus"));

    const answer = await send(server.url, { ...report, envelopes });

    expect(answer).toMatchObject({ status: 409, body: { code: "desks-changed" } });
  });

  test("Whoever is accused is not among the readers.", async () => {
    const facts = { ...dangerFacts, accused: "staff" as const };
    const sealed = await submit(server.url, { facts });
    const id = await reportIdOf(sealed.report.submissionId);
    const { rows } = await backdrop.database.query(
      "select kind from envelopes join desks on desks.id = desk_id where report_id = $1",
      [id],
    );
    const paths = [`/api/staff/reports/${id}`, `/api/staff/reports/${id}/photos/${"0".repeat(64)}`];
    const reads = await Promise.all(paths.map((path) => school.call("GET", path)));
    const queue = await school.queue();
    const policeQueue = await story.police.queue();

    expect(rows.map(({ kind }) => kind).sort()).toEqual(["commune", "department", "police"]);
    expect(reads.map(({ status }) => status)).toEqual([404, 404]);
    expect((await take(school, id)).status).toBe(404);
    expect(queue.map((row) => row.id)).not.toContain(id);
    expect(policeQueue.map((row) => row.id)).toContain(id);
  });

  test("A phone that seals to the accused as well is refused.", async () => {
    const facts = { ...dangerFacts, accused: "staff" as const };
    const { report, reportIdentity } = await seal(sheet, { facts });
    const desk = sheet.desks.find(({ kind }) => kind === "school");
    if (desk === undefined) throw new Error("the sheet has no school desk");
    const key = { deskId: desk.id, keyNumber: desk.keyNumber, recipient: desk.recipient };
    const [extra] = await resealEnvelopes(reportIdentity, report.submissionId, report.recipient, [
      key,
    ]);
    const sealedToAccused = {
      ...extra,
      sealed: Buffer.from(extra?.sealed ?? []).toString("base64"),
    };

    const answer = await send(server.url, {
      ...report,
      envelopes: [...report.envelopes, sealedToAccused],
    });

    expect(desksThatMayRead(triageOf(facts, []), facts, sheet)).not.toContain(desk.id);
    expect(answer).toMatchObject({ status: 409, body: { code: "desks-changed" } });
    expect(answer.body.desks).not.toContain(desk.id);
  });
});

async function reportIdOf(submissionId: string): Promise<string> {
  const { rows } = await backdrop.database.query(
    "select id from reports where submission_id = $1",
    [submissionId],
  );
  return rows[0].id;
}

async function toldKinds(sealed: { readonly report: { readonly submissionId: string } }) {
  const { rows } = await backdrop.database.query<{ kind: string }>(
    `select kind from envelopes join desks on desks.id = desk_id
     join reports on reports.id = report_id
     where submission_id = $1 and told_at is not null`,
    [sealed.report.submissionId],
  );
  return rows.map(({ kind }) => kind);
}
