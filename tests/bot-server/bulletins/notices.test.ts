import { announceBulletin } from "@truong-an/bot-server/bulletins/announce";
import { confirmNotice } from "@truong-an/bot-server/bulletins/confirm-notice";
import { revokeConsents } from "@truong-an/bot-server/bulletins/notice-consent";
import { resumeNotices } from "@truong-an/bot-server/bulletins/resume-notices";
import { sendNotice } from "@truong-an/bot-server/bulletins/send-notice";
import { sweepNotices } from "@truong-an/bot-server/bulletins/sweep-notices";
import { payloadOf } from "@truong-an/bot-server/jobs/payloads";
import { ZaloUnreachable } from "@truong-an/bot-server/zalo/errors";
import { openZaloWays } from "@truong-an/bot-server/zalo/open";
import type { BulletinId } from "@truong-an/shared/ids";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { schools, zaloPeople } from "../../demo/directory.ts";
import { webhookDoors, zaloSettings } from "../../demo/zalo-settings.ts";
import { setBulletin } from "../../support/bulletin-rows.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { pilotSchool } from "../../support/reporter.ts";
import { eventually } from "../../support/stage.ts";
import { startZaloSim, type ZaloSim } from "../../zalo-sim/start.ts";

const parent = { id: "4257319000000007777", name: "Ka Thùy", role: "Phụ huynh" };

let sim: ZaloSim;
let doorstep: Doorstep;
let miniUserId: string;
beforeEach(async () => {
  sim = await startZaloSim({ port: 0, people: zaloPeople });
  doorstep = await openDoorstep(zaloSettings(sim.url));
  sim.putPerson({ ...parent, allowsNotices: true });
  miniUserId = await idInTheMiniApp();
});
afterEach(async () => {
  await doorstep.close();
  await sim.stop();
});

async function idInTheMiniApp(): Promise<string> {
  const user = await doorstep.world.graph?.whoIs(sim.newUserToken(parent.id));
  return user?.id ?? "";
}

function ask(wanted: boolean, accessToken = sim.newUserToken(parent.id), schoolId = pilotSchool) {
  return doorstep.app.inject({
    method: "POST",
    url: "/api/public/bulletin-notices",
    payload: { accessToken, schoolId, wanted },
  });
}

/** Takes the jobs of this name out of the queue and does them, as a worker would. */
async function work(name: "confirm-notice" | "send-notice"): Promise<void> {
  const { rows } = await doorstep.database.query(
    `delete from graphile_worker._private_jobs
     where task_id = (select id from graphile_worker._private_tasks where identifier = $1)
     returning payload`,
    [name],
  );
  for (const { payload } of rows) {
    if (name === "confirm-notice") await confirmNotice(doorstep.world, payloadOf(name, payload));
    else await sendNotice(doorstep.world, payloadOf(name, payload));
  }
}

async function subscribed(): Promise<readonly unknown[]> {
  const { rows } = await doorstep.database.query(
    "select mini_user_id from notice_subscriptions where withdrawn_at is null",
  );
  return rows.map((row) => row.mini_user_id);
}

async function consent(): Promise<void> {
  expect((await ask(true)).statusCode).toBe(200);
  await work("confirm-notice");
}

async function publish(): Promise<BulletinId> {
  const id = await setBulletin(doorstep.database, { title: "Tên bản tin không đi theo báo" });
  await announceBulletin(doorstep.world, { bulletinId: id });
  return id;
}

async function due(): Promise<number> {
  const { rows } = await doorstep.database.query("select from notices_due");
  return rows.length;
}

/** What the operator is told of notices, in order: whether it is over. */
async function alarms(): Promise<readonly boolean[]> {
  const { rows } = await doorstep.database.query(
    `select (payload ->> 'isOver')::boolean as over from graphile_worker._private_jobs
     where payload ->> 'subject' = 'notices' order by id`,
  );
  return rows.map(({ over }) => over);
}

function noticeCalls(): number {
  return sim.requests().filter(({ url }) => url.endsWith("/notification/template")).length;
}

function received() {
  return sim.items(parent.id);
}

describe("a consent to be notified", () => {
  test("is kept under the id that Zalo tells for the token, and the feed says that it can be given", async () => {
    await consent();

    const feed = await doorstep.app.inject("/api/public/bulletins");
    expect(await subscribed()).toEqual([miniUserId]);
    expect(feed.json()).toMatchObject({ notices: true });
  });

  test("waits in the queue sealed: no token can be read there, nor in the log", async () => {
    const token = sim.newUserToken(parent.id);
    await ask(true, token);

    const { rows } = await doorstep.database.query(
      "select payload::text from graphile_worker._private_jobs",
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(doorstep.logged()).not.toContain(token);
  });

  test("with a token that Zalo does not know changes nothing", async () => {
    await ask(true, "a-token-of-nobody");
    await work("confirm-notice");

    expect(await subscribed()).toEqual([]);
  });

  test("for a school that nobody knows is not found", async () => {
    const unknown = "00000000-0000-4000-8000-000000000000";

    expect((await ask(true, "token", unknown)).statusCode).toBe(404);
  });

  test("is taken back by the same way", async () => {
    await consent();
    doorstep.clock.pass(1);
    await ask(false);
    await work("confirm-notice");

    expect(await subscribed()).toEqual([]);
  });

  test("that comes through after it was taken back does not come to life again", async () => {
    await ask(true);
    const { rows } = await doorstep.database.query(
      "select payload from graphile_worker._private_jobs",
    );
    doorstep.clock.pass(1);
    await ask(false);
    await work("confirm-notice");

    await confirmNotice(doorstep.world, payloadOf("confirm-notice", rows[0]?.payload));

    expect(await subscribed()).toEqual([]);
  });

  test("can be given again", async () => {
    await consent();
    doorstep.clock.pass(1);
    await ask(false);
    await work("confirm-notice");
    doorstep.clock.pass(1);
    await consent();

    expect(await subscribed()).toEqual([miniUserId]);
  });

  test("goes with everything under this id when Zalo says that it was revoked, and nobody remembers whose", async () => {
    await consent();
    await publish();
    sim.sendWebhooksTo(webhookDoors(doorstep.url));
    sim.revokeConsent(parent.id);

    const entries = await eventually("the revocation", async () => {
      const { rows } = await doorstep.database.query(
        "select details from audit_entries where kind = 'notice-consents-revoked'",
      );
      return rows.length > 0 ? rows : undefined;
    });
    const left = await doorstep.database.query(
      `select (select count(*)::int from notice_subscriptions) as kept,
         (select count(*)::int from notices_due) as due`,
    );
    expect(left.rows).toEqual([{ kept: 0, due: 0 }]);
    expect(entries).toEqual([{ details: { count: 1 } }]);
    await work("send-notice");
    expect(received()).toEqual([]);
  });

  test("that was still on its way when it was revoked at Zalo does not come to life", async () => {
    await ask(true);
    doorstep.clock.pass(1);
    await revokeConsents(doorstep.world, miniUserId);
    await work("confirm-notice");
    const before = await subscribed();
    doorstep.clock.pass(1);
    await consent(); // asked after that, it counts

    expect(before).toEqual([]);
    expect(await subscribed()).toEqual([miniUserId]);
  });

  test("that was taken back is forgotten after a day, by the clock and not by the next who asks", async () => {
    await consent();
    doorstep.clock.pass(1);
    await ask(false);
    await work("confirm-notice");
    await revokeConsents(doorstep.world, "another");
    const remembered = async () => {
      const { rows } = await doorstep.database.query(
        `select (select count(*)::int from notice_subscriptions) as one,
           (select count(*)::int from notice_revocations) as all`,
      );
      return rows[0];
    };
    await sweepNotices(doorstep.world);
    const during = await remembered();

    doorstep.clock.pass(24 * 60 + 1);
    await sweepNotices(doorstep.world);

    expect(during).toEqual({ one: 1, all: 1 });
    expect(await remembered()).toEqual({ one: 0, all: 0 });
  });

  test("is taken back by nobody without Zalo's signature", async () => {
    await consent();
    const body = { event: "user.revoke.consent", appId: "1", userId: miniUserId, timestamp: 1 };

    for (const signature of [undefined, "mac=00", "0".repeat(64)]) {
      await doorstep.app.inject({
        method: "POST",
        url: "/webhooks/zalo-mini",
        headers: signature === undefined ? {} : { "x-zevent-signature": signature },
        payload: body,
      });
    }

    expect(await subscribed()).toEqual([miniUserId]);
  });
});

describe("a notice", () => {
  test("says that there is a new bulletin, leads to it, and says nothing else", async () => {
    await consent();
    const id = await publish();
    await work("send-notice");

    const [item, ...others] = received();
    expect(others).toEqual([]);
    expect(item).toMatchObject({ chat: "notices" });
    expect(JSON.stringify(item)).toContain("Có bản tin mới");
    expect(JSON.stringify(item)).toContain(`bulletin=${id}`);
    expect(JSON.stringify(item)).not.toContain("Tên bản tin");
  });

  test("is sent once, though the job is done again after a crash", async () => {
    await consent();
    const bulletinId = await publish();
    await work("send-notice");

    await sendNotice(doorstep.world, { bulletinId, miniUserId });
    await announceBulletin(doorstep.world, { bulletinId });
    await work("send-notice");

    expect(received()).toHaveLength(1);
  });

  test("that Zalo refuses for this person ends the subscription", async () => {
    await consent();
    sim.putPerson({ ...parent, allowsNotices: false }); // -111
    await publish();
    await work("send-notice");

    expect(await subscribed()).toEqual([]);
  });

  test("that Zalo refuses for everyone stays due, stops the others, and is told to the operator once", async () => {
    await consent();
    sim.setQuotas({ notices: 0 }); // -109
    await publish();
    await work("send-notice");
    await publish();
    await work("send-notice");
    await resumeNotices(doorstep.world);

    expect(await subscribed()).toEqual([miniUserId]);
    expect(await due()).toBe(2);
    expect(await alarms()).toEqual([false]);
    expect(noticeCalls()).toBe(2); // the first, and one to see whether it is over
    expect(doorstep.logged()).toContain("a notice was refused");
    expect(doorstep.logged()).not.toContain(miniUserId);
  });

  test("that was held while Zalo took none goes out when it takes them again", async () => {
    await consent();
    sim.setQuotas({ notices: 0 });
    await publish();
    await work("send-notice");
    await publish();
    await work("send-notice");

    sim.setQuotas({ notices: 100 });
    await resumeNotices(doorstep.world);
    await work("send-notice");

    expect(received()).toHaveLength(2);
    expect(await due()).toBe(0);
    expect(await alarms()).toEqual([false, true]);
  });

  test("that certainly did not arrive is sent again", async () => {
    await consent();
    const bulletinId = await publish();
    const settings = { ...doorstep.world.config, ZALO_MINI_BASE: "http://127.0.0.1:9" };
    const away = { ...doorstep.world, ...openZaloWays(settings, undefined, Date.now) };
    await expect(sendNotice(away, { bulletinId, miniUserId })).rejects.toThrow(ZaloUnreachable);

    await sendNotice(doorstep.world, { bulletinId, miniUserId });

    expect(received()).toHaveLength(1);
  });

  test("of what was withdrawn meanwhile is not sent", async () => {
    await consent();
    const id = await publish();
    await doorstep.database.query(
      "update bulletin_versions set status = 'withdrawn', withdrawn_by = written_by, withdrawn_at = now() where bulletin_id = $1",
      [id],
    );
    await work("send-notice");

    expect(received()).toEqual([]);
  });
});

test("where no notices are configured the feed says so, and nobody is asked for a consent", async () => {
  const plain = await openDoorstep();
  const feed = await plain.app.inject(`/api/public/bulletins?school=${schools[0]?.id}`);
  const asked = await plain.app.inject({
    method: "POST",
    url: "/api/public/bulletin-notices",
    payload: { accessToken: "x", schoolId: pilotSchool, wanted: true },
  });
  await plain.close();

  expect(feed.json()).toMatchObject({ notices: false });
  expect([asked.statusCode, asked.json().code]).toEqual([409, "not-now"]);
});
