import { text } from "@truong-an/mini-app/text/vi";
import { newReceipt } from "@truong-an/shared/sealing/random";
import { openEnvelope } from "@truong-an/shared/sealing/report";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { deskIdOf } from "../support/demo-ids.ts";
import { pilotSchool, upperSchool } from "../support/reporter.ts";
import { startServerProcess } from "../support/server-process.ts";
import type { Stage } from "../support/stage.ts";
import { type Chromium, inChromium, openChromium, type Visitor } from "./support/browser.ts";
import { renewDeskKey, slipInADesk } from "./support/directory-change.ts";
import { openHouse, openHouseWithoutServer } from "./support/house.ts";
import {
  answerUpToStory,
  arrived,
  enterCode,
  press,
  sendAndKeepCode,
  tellStory,
  tellUpToReaders,
} from "./support/pupil.ts";

const story = "Giờ ra chơi các bạn lấy cặp của em ném xuống mương.";
const anything = { story };
const calls = ["tel:113", "tel:115", "tel:111"];

inChromium("when things go wrong", () => {
  let stage: Stage;
  let chromium: Chromium;
  let pupil: Visitor;
  let before: number;

  beforeAll(async () => {
    stage = await openHouse();
    chromium = await openChromium();
  });

  afterAll(async () => {
    await chromium?.close();
    await stage?.close();
  });

  beforeEach(async () => {
    before = await reportsIn(stage);
    pupil = await chromium.visit([stage.url]);
  });

  afterEach(async () => {
    expect(pupil.troubles).toEqual([]);
    await pupil.leave();
  });

  test("without a network a report waits, outlives a reload, and arrives once", async () => {
    const { page, context } = pupil;
    await openAndPrefetch(page, stage.url);
    await tellUpToReaders(page, anything);

    await context.setOffline(true);
    await sendAndKeepCode(page);
    await page.getByText(text.delivery.waiting).waitFor();
    await context.route("**/api/reporter/**", (route) => route.abort());
    await context.setOffline(false);
    await page.goto(`${stage.url}/`);
    await page.reload();
    await page.getByText(text.homePage.outboxTitle).waitFor();
    expect(await reportsIn(stage)).toBe(before);
    await context.unroute("**/api/reporter/**");
    await page.getByRole("link", { name: text.homePage.outboxOpen, exact: true }).click();
    await arrived(page);

    expect(await reportsIn(stage)).toBe(before + 1);
    await page.reload();
    await page.getByText(text.outboxPage.empty).waitFor();
    expect(await reportsIn(stage)).toBe(before + 1);
  });

  test("pressing send twice sends one report", async () => {
    const { page } = pupil;
    await page.goto(`${stage.url}/?school=${pilotSchool}`);
    await tellUpToReaders(page, anything);

    await page.getByRole("button", { name: text.report.readers.send, exact: true }).dblclick();
    await arrived(page);

    expect(await reportsIn(stage)).toBe(before + 1);
  });

  test("a wrong digit is noticed on the phone, an unknown code by the server", async () => {
    const { page } = pupil;
    await page.goto(`${stage.url}/#/thread`);
    const code = newReceipt();
    const wrong = `${(Number(code[0]) + 1) % 10}${code.slice(1)}`;

    await enterCode(page, wrong);
    await page.getByText(text.thread.mistyped).waitFor();
    expect(pupil.requests.filter(({ url }) => url.includes("/threads/"))).toEqual([]);

    await enterCode(page, code);
    await page.getByText(text.thread.unknown).waitFor();
    expect(pupil.requests.filter(({ url, body }) => (url + body).includes(code))).toEqual([]);
  });

  test("the back button walks through the form and loses nothing", async () => {
    const { page } = pupil;
    await page.goto(`${stage.url}/?school=${pilotSchool}`);
    await tellUpToReaders(page, anything);

    await page.goBack();
    expect(await page.getByLabel(text.report.story.label).inputValue()).toBe(story);
    await page.goBack();
    await page.getByRole("heading", { name: text.report.when.question }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: text.report.who.question }).waitFor();
    const answer = page.getByRole("radio", { name: text.report.who.options.peer.label });
    expect(await answer.isChecked()).toBe(true);
    await page.goForward();
    await page.goForward();
    expect(await page.getByLabel(text.report.story.label).inputValue()).toBe(story);
  });

  test("a reload while writing asks first, and leaves no word behind", async () => {
    const { page } = pupil;
    await page.goto(`${stage.url}/?school=${pilotSchool}`);
    await answerUpToStory(page, anything);
    await tellStory(page, anything);

    await page.reload();

    await page.getByRole("heading", { name: text.report.danger.question }).waitFor();
    expect(pupil.dialogs).toEqual(["beforeunload"]);
    expect(await page.content()).not.toContain(story);
  });

  test("a desk's new key is sealed to without the writer noticing", async () => {
    const { page } = pupil;
    await page.goto(`${stage.url}/?school=${upperSchool}`);
    await tellUpToReaders(page, anything);

    const identity = await renewDeskKey(stage, "doi-thong");
    await sendAndKeepCode(page);
    await arrived(page);

    const { rows } = await stage.database.query(
      `select r.submission_id, r.recipient, e.key_number, e.sealed from reports r
         join envelopes e on e.report_id = r.id
        where e.desk_id = $1`,
      [deskIdOf("doi-thong")],
    );
    expect(rows).toMatchObject([{ key_number: 2 }]);
    const expected = {
      submissionId: rows[0].submission_id,
      deskId: deskIdOf("doi-thong"),
      recipient: rows[0].recipient,
    };
    expect(await openEnvelope(identity, rows[0].sealed, expected)).toMatch(/^AGE-SECRET-KEY-1/);
  });

  test("a desk that the administrator did not sign is never sealed to", async () => {
    const { page } = pupil;
    await page.goto(`${stage.url}/`);
    await slipInADesk(stage, upperSchool);
    await page.goto(`${stage.url}/?school=${upperSchool}`);
    await tellUpToReaders(page, anything);

    await page.getByText(text.report.readers.untrusted).waitFor();

    expect(await page.getByRole("button", { name: text.report.readers.send }).count()).toBe(0);
    expect(await callsInSight(page)).toEqual(expect.arrayContaining(calls));
    expect(await reportsIn(stage)).toBe(before);
  });

  test("the emergency numbers can be pressed on every screen, without a network too", async () => {
    const { page, context } = pupil;
    await openAndPrefetch(page, stage.url);
    await context.setOffline(true);
    const seen: (readonly string[])[] = [await callsInSight(page)];

    await page.getByRole("link", { name: text.homePage.report }).click();
    await page.getByRole("heading", { name: text.report.danger.question }).waitFor();
    seen.push(await callsInSight(page));
    await page.getByRole("radio", { name: text.report.danger.options.me.label }).check();
    seen.push(await callsInSight(page));
    await press(page, text.report.danger.anyway);
    await page.getByRole("heading", { name: text.report.what.question }).waitFor();
    seen.push(await callsInSight(page));

    for (const links of seen) expect(links).toEqual(expect.arrayContaining(calls));
    expect(await reportsIn(stage)).toBe(before);
  });
});

inChromium("when the server is gone", () => {
  let chromium: Chromium;

  beforeAll(async () => {
    chromium = await openChromium();
  });

  afterAll(() => chromium?.close());

  test("a report sent to a killed server arrives once when it is back", async () => {
    const house = await openHouseWithoutServer();
    const first = await startServerProcess(house.environment);
    const pupil = await chromium.visit([house.url]);
    const { page } = pupil;
    await openAndPrefetch(page, house.url);
    await tellUpToReaders(page, { danger: "someone", ...anything });

    await first.kill();
    await sendAndKeepCode(page);
    await page.getByText(text.delivery.waiting).waitFor();
    const second = await startServerProcess(house.environment);
    await arrived(page);

    expect(await reportsIn(house)).toBe(1);
    expect(pupil.troubles).toEqual([]);
    await second.stop();
    await house.close();
  });
});

/** Opens the first page by a poster's link and waits until the rest has come in behind it. */
async function openAndPrefetch(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/?school=${pilotSchool}`);
  await page.waitForRequest(/puzzle-number/);
  await page.waitForLoadState("networkidle");
}

async function reportsIn({ database }: Pick<Stage, "database">): Promise<number> {
  const { rows } = await database.query("select count(*)::int as count from reports");
  return rows[0].count;
}

async function callsInSight(page: Page): Promise<readonly string[]> {
  const links = await page.locator('a[href^="tel:"]:visible').all();
  return Promise.all(links.map(async (link) => (await link.getAttribute("href")) ?? ""));
}
