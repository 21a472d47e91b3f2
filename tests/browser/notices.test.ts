import { bulletinsText } from "@truong-an/mini-app/text/bulletins-vi";
import { text } from "@truong-an/mini-app/text/vi";
import { BulletinDetail } from "@truong-an/shared/api/bulletins";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { seedBulletins } from "../demo/bulletins.ts";
import { schools, zaloPeople } from "../demo/directory.ts";
import { bulletinTexts } from "../demo/text/bulletins-vi.ts";
import { setBulletin } from "../support/bulletin-rows.ts";
import { joinDesk } from "../support/colleague.ts";
import { pilotSchool } from "../support/reporter.ts";
import { eventually, type Stage } from "../support/stage.ts";
import {
  barriers,
  type Chromium,
  inChromium,
  openChromium,
  type Person,
  type Visitor,
} from "./support/browser.ts";
import { openHouse } from "./support/house.ts";
import { keepPicture } from "./support/pictures.ts";
import {
  answerUpToStory,
  arrived,
  leaveCode,
  press,
  sendAndKeepCode,
  sendThereAndBack,
  tellStory,
  tellUpToReaders,
} from "./support/pupil.ts";
import { storedText } from "./support/storage.ts";
import { enterZalo, inZalo, miniAppId, zaloOrigins } from "./support/zalo-bridge.ts";

const words = bulletinsText.notices;
const { helmet } = bulletinTexts;
const story = "Bạn em bị trêu mỗi giờ ra chơi.";
const schoolName = schools[0]?.name ?? "";

/** Zalo serves the pages itself, so our server's content policy does not hold there. */
const insideZalo = { userAgent: inZalo, bypassCSP: true };
const login = "action.jump.login";
const consent = "action.mp.send.notification";
const someone = zaloPeople[0]?.id ?? "";

inChromium("notices of new bulletins", () => {
  let stage: Stage;
  let chromium: Chromium;
  let parent: Visitor;
  let page: Page;
  let url: string;
  let sentBefore = 0; // what went into a network that was away

  beforeAll(async () => {
    stage = await openHouse();
    await seedBulletins(stage.databaseUrl);
    url = `http://h5.zdn.vn:${new URL(stage.url).port}`;
    chromium = await openChromium(["h5.zdn.vn"], [url]);
  });

  afterAll(async () => {
    await chromium?.close();
    await stage?.close();
  });

  afterEach(async () => {
    expect(parent.troubles).toEqual([]);
    await parent.leave();
    stage.sim.reset();
    await stage.database.query("delete from notice_subscriptions");
  });

  /** Opens the Mini App inside somebody's Zalo, at a page of it. */
  async function openInZalo(route: string, settings: Person["settings"] = {}): Promise<void> {
    parent = await chromium.visit([url, ...zaloOrigins], {
      settings: { ...insideZalo, ...settings },
    });
    await enterZalo(parent, stage.sim, someone);
    ({ page } = parent);
    sentBefore = 0;
    await page.goto(`${url}/zapps/${miniAppId}/?school=${pilotSchool}#${route}`);
  }

  async function openExplanation(): Promise<void> {
    await press(page, words.open);
    await page.getByRole("dialog").getByText(words.how).waitFor();
  }

  async function consented(): Promise<void> {
    await openExplanation();
    await press(page, words.wish);
    await page.getByText(words.wished).waitFor();
    await eventually("the consent", async () =>
      (await subscribers(stage)).length > 0 ? true : undefined,
    );
  }

  test("who says yes is told by Zalo of the next bulletin: that there is one, and nothing else", async () => {
    await openInZalo("/bulletins");
    await openExplanation();
    await page.getByText(words.kept(schoolName)).waitFor();
    await page.waitForLoadState("networkidle");
    const askedBefore = askedIn(stage);
    await press(page, words.wish);
    await page.getByText(words.wished).waitFor();
    const who = await eventually("the consent", async () => (await subscribers(stage))[0]);

    await publish(stage, "Tên bản tin không đi theo báo");
    const notice = await eventually("the notice", () => stage.sim.items(someone)[0]);

    expect(askedBefore).toEqual([]);
    expect(new Set(askedIn(stage))).toEqual(new Set([login, consent]));
    expect(who).toEqual({ who: stage.sim.person(someone)?.appUserId, school: pilotSchool });
    expect(notice).toMatchObject({ chat: "notices" });
    expect(JSON.stringify(notice)).toContain("Có bản tin mới");
    expect(JSON.stringify(notice)).not.toContain("Tên bản tin");
  });

  test("the token goes to our server in one body, and neither it nor the wish is kept on the phone", async () => {
    await openInZalo("/bulletins");
    await consented();

    const toUs = parent.requests.filter((request) => request.url.startsWith(url));
    const posts = toUs.filter(({ method }) => method === "POST");
    const { accessToken = "", ...wish } = JSON.parse(posts[0]?.body ?? "{}");
    const seen = toUs.map((request) => `${request.url} ${JSON.stringify(request.headers)}`);
    const kept = await page.evaluate(() => Object.keys(localStorage));
    expect(posts.map((post) => new URL(post.url).pathname)).toEqual([
      "/api/public/bulletin-notices",
    ]);
    expect(wish).toEqual({ schoolId: pilotSchool, wanted: true });
    expect(accessToken).toMatch(/^[0-9a-f]{64}$/);
    expect(seen.filter((line) => line.includes(accessToken))).toEqual([]);
    expect(
      kept.filter((key) => key.startsWith("truong-an/") && /notice|wish|token/.test(key)),
    ).toEqual([]);
    expect(await storedText(page)).not.toContain("wanted");
  });

  test("who says no to Zalo is left in peace", async () => {
    stage.sim.host.answerWith(consent, "deny");
    await openInZalo("/bulletins");
    await openExplanation();

    await press(page, words.wish);
    await page.getByRole("dialog").waitFor({ state: "detached" });

    expect(askedIn(stage)).toContain(consent);
    expect(await page.getByRole("status").allTextContents()).toEqual([""]);
    expect(sentTo("/api/public/bulletin-notices")).toEqual([]);
    expect(await subscribers(stage)).toEqual([]);
  });

  test("who takes it back is not told any more, and Zalo is asked for no permission again", async () => {
    await openInZalo("/bulletins");
    await consented();
    const asked = askedIn(stage).length;

    await openExplanation();
    await press(page, words.stop);
    await page.getByText(words.stopped).waitFor();
    await eventually("nobody is told", async () =>
      (await subscribers(stage)).length === 0 ? true : undefined,
    );

    expect(askedIn(stage).slice(asked)).not.toContain(consent);
  });

  test("the report after it is told in a page without Zalo's SDK", async () => {
    await openInZalo("/bulletins");
    await consented();
    const asked = askedIn(stage).length;
    const signIns = signInsIn(stage);
    const hadSdk = await hasSdk(page);

    await press(page, text.back);
    await page.getByRole("link", { name: text.homePage.report }).waitFor();
    await page.waitForFunction(() => !("ZaloMiniAppSDK" in window));
    await sendThereAndBack(page, story);

    expect([hadSdk, await hasSdk(page)]).toEqual([true, false]);
    expect(askedIn(stage)).toHaveLength(asked);
    expect(signInsIn(stage)).toBe(signIns);
    expect(parent.dialogs).toEqual([]);
  });

  test("after a report the page starts anew before it explains, in a page that never held the report", async () => {
    await openInZalo("/");
    await tellUpToReaders(page, { story });
    await sendAndKeepCode(page);
    await arrived(page);
    await leaveCode(page);
    await page.getByRole("link", { name: text.homePage.bulletins }).click();
    await page.getByRole("link", { name: helmet.title }).waitFor();
    await page.evaluate(() => Object.assign(window, { heldTheReport: true }));

    await openExplanation();
    const isTheSamePage = await page.evaluate(() => "heldTheReport" in window);
    const hash = await page.evaluate(() => window.location.hash);
    await press(page, words.wish);
    await page.getByText(words.wished).waitFor();

    expect([isTheSamePage, hash]).toEqual([false, "#/bulletins"]);
    expect(parent.dialogs).toEqual([]);
  });

  test("as long as words are being written nothing is taken away, and Zalo is not asked", async () => {
    await openInZalo("/");
    await answerUpToStory(page, { story });
    await tellStory(page, { story });
    await page.evaluate(() => {
      window.location.hash = "/bulletins";
    });

    await press(page, words.open);
    await page.getByText(words.shut).waitFor();
    await press(page, words.close);
    await page.goBack();

    expect(await page.getByLabel(text.report.story.label).inputValue()).toBe(story);
    expect(askedIn(stage)).toEqual([]);
    expect(parent.dialogs).toEqual([]);
  });

  test("a report on its way is not disturbed; once it has arrived the explanation opens", async () => {
    await openInZalo("/");
    await leaveReportWaiting();
    await openAnew("/bulletins");
    await press(page, text.back);
    await page.getByText(text.homePage.outboxTitle).waitFor(); // the outbox is open
    await page.getByRole("link", { name: text.homePage.bulletins }).click();

    await press(page, words.open);
    await page.getByText(words.shut).waitFor();
    await press(page, words.close);
    await networkIsBack();
    await expect.poll(() => sentTo("/api/reporter/reports")).toHaveLength(1);
    await expect.poll(() => storedText(page)).not.toContain("submissionId");

    await openExplanation();
    expect(askedIn(stage)).toEqual([]);
  });

  test("a report that waits is not sent from a page with Zalo's SDK, and goes with the next one", async () => {
    await openInZalo("/");
    await leaveReportWaiting();
    const outbox = await holdBack("**/assets/outbox-*.js");
    await openAnew("/bulletins");
    await openExplanation();
    await press(page, words.wish);
    await page.getByText(words.wished).waitFor();
    await networkIsBack();

    await outbox.release();
    await page.waitForTimeout(2_000);
    const fromSdkPage = sentTo("/api/reporter/");
    await press(page, text.back);
    await expect.poll(() => sentTo("/api/reporter/reports"), { timeout: 20_000 }).toHaveLength(1);

    expect(fromSdkPage).toEqual([]);
    expect(await hasSdk(page)).toBe(false);
  });

  test.each([
    ["a Zalo that is too old", consent, "not-supported", words.tooOld],
    ["a Zalo that fails", consent, -1_500, words.noZalo],
  ] as const)("%s is said so, and may be tried again", async (_what, action, order, said) => {
    stage.sim.host.answerWith(action, order);
    await openInZalo("/bulletins");
    await openExplanation();
    await press(page, words.wish);
    await page.getByText(said).waitFor();
    stage.sim.host.answerWith(action, undefined);

    await press(page, words.wish);

    await page.getByText(words.wished).waitFor();
  });

  test("a network that fails is said so, and trying again records the wish", async () => {
    await openInZalo("/bulletins");
    await parent.context.route("**/api/public/bulletin-notices", (route) => route.abort());
    await openExplanation();
    await press(page, words.wish);
    await page.getByText(words.notSent).waitFor();
    await parent.context.unroute("**/api/public/bulletin-notices");

    await press(page, words.wish);

    await page.getByText(words.wished).waitFor();
  });

  test("closing while Zalo keeps silent takes the wish back", async () => {
    stage.sim.host.answerWith(consent, "silence");
    await openInZalo("/bulletins");
    await openExplanation();
    await press(page, words.wish);
    await expect.poll(() => askedIn(stage)).toContain(consent);

    await press(page, words.later);
    await page.getByRole("dialog").waitFor({ state: "detached" });

    expect(sentTo("/api/public/bulletin-notices")).toEqual([]);
  });

  test("without a school the way to choose one leads back to the bulletins", async () => {
    parent = await chromium.visit([url], { settings: insideZalo });
    await enterZalo(parent, stage.sim, someone);
    ({ page } = parent);
    await page.goto(`${url}/zapps/${miniAppId}/#/bulletins`);
    await press(page, words.open);
    await page.getByText(words.chooseFirst).waitFor();
    const dialog = page.getByRole("dialog");

    await dialog.getByRole("button", { name: bulletinsText.chooseSchool }).click();
    await page.getByRole("button", { name: schoolName }).click();
    await press(page, text.schoolPage.done);
    await page.getByRole("link", { name: helmet.title }).waitFor();

    await openExplanation();
    await page.getByText(words.kept(schoolName)).waitFor();
    expect(askedIn(stage)).toEqual([]);
  });

  test("where the server has no way to notify there is no button", async () => {
    await openInZalo("/");
    await parent.context.route("**/api/public/bulletins?*", async (route) => {
      const here = route.request().url().replace(url, stage.url);
      const response = await route.fetch({ url: here });
      await route.fulfill({ response, json: { ...(await response.json()), notices: false } });
    });
    await page.getByRole("link", { name: text.homePage.bulletins }).click();
    await page.getByRole("link", { name: helmet.title }).waitFor();

    expect(await page.getByRole("button", { name: words.open }).count()).toBe(0);
  });

  test("outside Zalo there is no button", async () => {
    parent = await chromium.visit([stage.url]);
    ({ page } = parent);
    await page.goto(`${stage.url}/?school=${pilotSchool}#/bulletins`);
    await page.getByRole("link", { name: helmet.title }).waitFor();

    expect(await page.getByRole("button", { name: words.open }).count()).toBe(0);
  });

  test.each(["light", "dark"] as const)("everybody can read it, %s", async (colorScheme) => {
    await openInZalo("/bulletins", { colorScheme });
    const found: string[] = [];
    const look = async (screen: string) => {
      for (const barrier of await barriers(page)) found.push(`${screen}: ${barrier}`);
      await keepPicture(page, `notices-${screen}-${colorScheme}`);
    };

    await page.getByRole("button", { name: words.open }).waitFor();
    await look("button");
    await openExplanation();
    await look("explained");
    stage.sim.host.answerWith(consent, -1_500);
    await press(page, words.wish);
    await page.getByText(words.noZalo).waitFor();
    await look("failed");
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    await look("double");
    await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
    stage.sim.host.answerWith(consent, undefined);
    await press(page, words.wish);
    await page.getByText(words.wished).waitFor();
    await look("recorded");

    expect(found).toEqual([]);
    expect(width).toBeLessThanOrEqual(360);
  });

  /** Sends a report while the network is away, and leaves its code: it waits on this phone. */
  async function leaveReportWaiting(): Promise<void> {
    await parent.context.route("**/api/reporter/**", (route) => route.abort());
    await tellUpToReaders(page, { story });
    await sendAndKeepCode(page);
    await page.getByText(text.delivery.waiting).waitFor();
    await leaveCode(page);
  }

  async function networkIsBack(): Promise<void> {
    await parent.context.unroute("**/api/reporter/**");
    sentBefore = parent.requests.length;

    await page.evaluate(() => window.dispatchEvent(new Event("online")));
  }

  /** The same profile, a new page load. */
  async function openAnew(route: string): Promise<void> {
    await page.goto(`${url}/zapps/${miniAppId}/?school=${pilotSchool}&again=1#${route}`);
  }

  async function holdBack(path: string) {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await parent.context.route(path, async (route) => {
      await held;
      await route.continue();
    });
    return {
      release: async () => {
        const arrival = page.waitForResponse(path);
        release();
        await arrival;
      },
    };
  }

  function sentTo(path: string): readonly string[] {
    return parent.requests
      .slice(sentBefore)
      .map((one) => new URL(one.url).pathname)
      .filter((one) => one.startsWith(path));
  }
});

/** As staff do it: what a colleague has approved goes out. */
async function publish(stage: Stage, title: string): Promise<void> {
  const id = await setBulletin(stage.database, { title, status: "approved" });
  const lan = await joinDesk(stage, "commune-nam-ban");
  const { body } = await lan.call("GET", `/api/staff/bulletins/${id}`);
  const [version] = BulletinDetail.parse(body).versions;
  const seen = { version: version?.number, writtenAt: version?.written.at };
  expect((await lan.call("POST", `/api/staff/bulletins/${id}/publish`, seen)).status).toBe(204);
}

function askedIn({ sim }: Stage): readonly string[] {
  return sim.host.asked().map(({ action }) => action);
}

/** How often the page has fetched a token from Zalo. */
function signInsIn({ sim }: Stage): number {
  return sim.requests().filter(({ url }) => url === "/openapi/access_token").length;
}

/** The SDK leaves this behind in every page that has loaded it. */
async function hasSdk(page: Page): Promise<boolean> {
  return page.evaluate(() => "ZaloMiniAppSDK" in window);
}

async function subscribers({
  database,
}: Stage): Promise<readonly { who: string; school: string }[]> {
  const { rows } = await database.query(
    `select mini_user_id as who, school_id as school from notice_subscriptions
     where withdrawn_at is null`,
  );
  return rows;
}
