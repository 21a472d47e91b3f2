import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setBulletin } from "../support/bulletin-rows.ts";
import { chanceFrom, seedOfRun } from "../support/chance.ts";
import { joinDesk } from "../support/colleague.ts";
import { deskIdOf, zaloIdOf } from "../support/demo-ids.ts";
import { type Replicas, startReplicas } from "../support/replicas.ts";
import { dangerFacts, submit } from "../support/reporter.ts";
import { type Backdrop, eventually, openBackdrop } from "../support/stage.ts";
import { storedNow } from "../support/stored.ts";
import { broadcastOver, broadcastPath, makeGroups, postsOf } from "../support/zalo-groups.ts";
import { type ScenarioName, scenarios } from "../zalo-sim/scenarios.ts";

/**
 * Every named scenario of the simulator, played at a web server and two workers, one of which dies at
 * a random moment of it. Whatever happens at Zalo, whoever must hear of a danger hears, and whoever
 * asks is answered. What a worker did in its last moment may be done once more.
 */
const chance = chanceFrom(seedOfRun("who dies, and when"));
const officer = zaloIdOf("police-nam-ban");
const desksOfDanger = 3; // school, police and commune hear of a danger at once
const within = 700; // ms in which the worker dies: about as long as an answer takes
const leaseOfTheDead = 90; // s: who dies while renewing is waited for before another may ask
const patience = 40; // s for whatever the dead one held: its process is missed within five

const ownTokens = {
  ZALO_OA_ACCESS_TOKEN: "",
  ZALO_OA_REFRESH_TOKEN: "sim-refresh-token",
};

let backdrop: Backdrop;
let replicas: Replicas;

async function open(settings: Readonly<Record<string, string>> = {}): Promise<void> {
  backdrop = await openBackdrop({ settings });
  replicas = await startReplicas(backdrop, chance);
}

async function close(): Promise<void> {
  await replicas.close();
  await backdrop.close();
}

/** What this person got from the Official Account since the mark. */
function toldTo(personId: string, mark: number): readonly string[] {
  return backdrop.sim
    .items(personId)
    .flatMap((item) =>
      item.n > mark && item.app === "zalo" && item.from === "oa" && !item.isZns ? [item.text] : [],
    );
}

const now = (): number => backdrop.sim.items().at(-1)?.n ?? 0;

async function answered(personId: string, mark: number, like: RegExp, most = 2): Promise<void> {
  const answers = () => toldTo(personId, mark).filter((text) => like.test(text));
  await eventually(`an answer like ${like}`, () => answers().length > 0 || undefined, patience);
  expect(answers().length).toBeLessThanOrEqual(most);
}

/** A report of danger, and that every desk that is told of it got word by some channel. */
async function reportAndBeHeard(meanwhile: () => Promise<void>): Promise<string> {
  const { report } = await submit(replicas.url, { facts: dangerFacts });
  const { id } = await storedNow(backdrop.database, report.submissionId);
  await meanwhile();
  await eventually(
    "that every desk was reached",
    async () => {
      const { rows } = await backdrop.database.query(
        `select count(*)::int as told, count(*) filter (where exists (
           select from alert_attempts sent where sent.report_id = envelopes.report_id
             and sent.desk_id = envelopes.desk_id and sent.outcome = 'delivered'))::int as reached
         from envelopes where report_id = $1 and told_at is not null`,
        [id],
      );
      return (rows[0].told >= desksOfDanger && rows[0].reached === rows[0].told) || undefined;
    },
    patience,
  );
  return id;
}

/** By which channels the officer has been reached about this report. */
async function reachedBy(reportId: string): Promise<readonly string[]> {
  const { rows } = await backdrop.database.query<{ channel: string }>(
    `select distinct channel from alert_attempts
     where report_id = $1 and desk_id = $2 and outcome = 'delivered' order by channel`,
    [reportId, deskIdOf("police-nam-ban")],
  );
  return rows.map(({ channel }) => channel);
}

async function idle(): Promise<void> {
  await eventually(
    "that nothing is left to do",
    async () => {
      const { rows } = await backdrop.database.query(
        "select count(*)::int as count from graphile_worker.jobs where run_at <= now()",
      );
      return rows[0].count === 0 || undefined;
    },
    patience,
  );
}

let parents = 0;

function newParent(): string {
  parents += 2; // the twin of one is nobody else
  const id = `20000000000000003${String(parents).padStart(2, "0")}`;
  backdrop.sim.putPerson({ id, name: "Phụ huynh" });
  return id;
}

/** And whoever had left follows again and says so: a scenario changes them behind our back. */
async function backToNormal(): Promise<void> {
  backdrop.sim.playScenario("back-to-normal");
  backdrop.sim.follow(officer);
  backdrop.sim.say(officer, "xin chào");
  await backdrop.sim.settled();
  await idle();
}

type Scene = {
  readonly mark: number; // everything after it belongs to this scene
  readonly parent: string;
  readonly reportId: string;
};
type Ending = (scene: Scene) => Promise<void>;

/** The officer hears by something else than a message of the account. */
const heardOtherwise: Ending = async ({ mark, reportId }) => {
  expect(toldTo(officer, mark)).toEqual([]);
  expect(await reachedBy(reportId)).not.toContain("oa-message");
};

const answers =
  (like: RegExp): Ending =>
  async ({ mark, parent }) => {
    await answered(parent, mark, like);
  };

const endings: Readonly<Partial<Record<ScenarioName, Ending>>> = {
  "never-interacted": heardOtherwise,
  unfollowed: heardOtherwise,
  blocked: heardOtherwise,
  "webhook-replay": answers(/Trường An/),
  "webhook-wrong-signature": async ({ mark, parent }) => {
    await backdrop.sim.settled();
    await idle();
    expect(toldTo(parent, mark)).toEqual([]);
  },
  "nfd-text-1999": answers(/chưa được gửi tới ai|chưa hiểu|113/),
  "long-ids": async ({ mark, parent }) => {
    const twin = `${parent.slice(0, -1)}${(Number(parent.at(-1)) + 1) % 10}`;
    await answered(parent, mark, /Trường An/);
    await answered(twin, mark, /Trường An/);
  },
  "admin-takes-over": async ({ parent }) => {
    await backdrop.sim.settled();
    await idle();
    const sinceTheAdmin = now();
    backdrop.sim.say(parent, "chị hỏi chút về lịch họp");
    await backdrop.sim.settled();
    await idle();
    expect(toldTo(parent, sinceTheAdmin)).toEqual([]);
  },
  "image-sent": answers(/chưa nhận được ảnh/),
  "location-sent": answers(/chưa nhận được/),
  "unknown-payload": answers(/chưa hiểu|Bản tin mới/),
  "back-to-normal": async ({ mark, reportId }) => {
    expect(await reachedBy(reportId)).toContain("oa-message");
    expect(toldTo(officer, mark).length).toBeGreaterThan(0);
  },
};

const aboutTheOfficer: ReadonlySet<string> = new Set(["never-interacted", "unfollowed", "blocked"]);

describe("with two workers, one of them killed at random", () => {
  beforeAll(() => open(), 120_000);
  afterAll(close);

  test.each(Object.entries(endings))(
    "%s: whoever must hear hears, and whoever asks is answered",
    async (name, ending) => {
      const { sim } = backdrop;
      const parent = newParent();
      const mark = now();
      const personId = aboutTheOfficer.has(name) ? officer : parent;

      sim.playScenario(name as ScenarioName, { personId });
      const reportId = await reportAndBeHeard(() => replicas.killOne(within));

      await ending({ mark, parent, reportId });
      await backToNormal();
    },
    120_000,
  );

  test("group-asset-lapsed: the post fails by Zalo's own code, and the broadcast comes to its end", async () => {
    const [group] = await makeGroups(backdrop, 1);
    const groups = group === undefined ? [] : [group];
    const { invitations } = backdrop;
    const school = await joinDesk({ url: replicas.url, invitations }, "cill-cus");
    const bulletinId = await setBulletin(backdrop.database, { place: "school" });
    backdrop.sim.playScenario("group-asset-lapsed", { groupId: group?.zaloId ?? "" });

    await school.call("POST", broadcastPath(bulletinId, "/start"));
    await replicas.killOne(within);
    await broadcastOver(backdrop, bulletinId, 90);

    expect(await postsOf(backdrop, bulletinId, groups)).toEqual(["failed -237"]);
  }, 150_000);
});

describe("with two workers that renew the account's tokens, one of them killed at random", () => {
  const tokenCalls = (): number =>
    backdrop.sim.requests().filter(({ url }) => url.includes("/oa/access_token")).length;

  /** As if renewed an hour ago: a token that is new and refused all the same is not traded again. */
  const ageTokens = () =>
    backdrop.database.query(
      "update zalo_tokens set renewed_at = renewed_at - interval '1 hour', expires_at = expires_at - interval '1 hour'",
    );

  const alarmed = async (): Promise<boolean> => {
    const { rowCount } = await backdrop.database.query(
      "select 1 from zalo_tokens where refused_code is not null",
    );
    return rowCount === 1;
  };

  test.each<ScenarioName>(["token-expired-mid-send", "refresh-race", "consumed-refresh-token"])(
    "%s: every desk hears, by the account or past it, and the operator hears when the tokens are gone",
    async (name) => {
      await open(ownTokens);
      try {
        await reportAndBeHeard(async () => undefined);
        await idle();
        await ageTokens();
        const calls = tokenCalls();

        backdrop.sim.playScenario(name);
        const reportId = await reportAndBeHeard(() => replicas.killOne(within));

        const end = await eventually(
          "by the account, or an alarm",
          async () => {
            if (await alarmed()) return "alarmed";
            return (await reachedBy(reportId)).includes("oa-message")
              ? "by the account"
              : undefined;
          },
          leaseOfTheDead,
        );
        console.info(`${name}: ${end}, ${tokenCalls() - calls} renewals`);
        const diedAsking = tokenCalls() - calls === 2; // the next one to ask finds the token used
        const mayBeGone = name === "consumed-refresh-token" || diedAsking;
        expect(end).toBe(mayBeGone ? "alarmed" : "by the account");
        expect(tokenCalls() - calls).toBeLessThanOrEqual(2);
      } finally {
        await close();
      }
    },
    150_000,
  );
});

test("no scenario is left out", () => {
  const ofTokensAndGroups = [
    "token-expired-mid-send",
    "refresh-race",
    "consumed-refresh-token",
    "group-asset-lapsed",
  ];
  const played = [...Object.keys(endings), ...ofTokensAndGroups];
  expect(played.sort()).toEqual(scenarios.map(({ name }) => name as string).sort());
});
