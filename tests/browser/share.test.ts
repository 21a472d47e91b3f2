import { text } from "@truong-an/mini-app/text/vi";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { zaloPeople } from "../demo/directory.ts";
import { pilotSchool } from "../support/reporter.ts";
import type { Stage } from "../support/stage.ts";
import { type Chromium, inChromium, openChromium, type Visitor } from "./support/browser.ts";
import { openHouse } from "./support/house.ts";
import { sendThereAndBack } from "./support/pupil.ts";
import { enterZalo, inZalo, miniAppId, zaloOrigins } from "./support/zalo-bridge.ts";

const story = "Bạn em bị trêu mỗi giờ ra chơi.";
const clipboard = ["clipboard-read", "clipboard-write"];

/** Zalo serves the pages itself, so our server's content policy does not hold there. */
const insideZalo = { userAgent: inZalo, bypassCSP: true, permissions: clipboard };
const shareSheet = "action.open.sharesheet";
const someone = zaloPeople[0]?.id ?? "";
const publicLink = `https://zalo.me/s/${miniAppId}/`;

inChromium("passing the app on", () => {
  let stage: Stage;
  let chromium: Chromium;
  let pupil: Visitor;
  let url: string;

  beforeAll(async () => {
    stage = await openHouse();
    url = `http://h5.zdn.vn:${new URL(stage.url).port}`;
    chromium = await openChromium(["h5.zdn.vn"], [url]);
  });

  afterAll(async () => {
    await chromium?.close();
    await stage?.close();
  });

  afterEach(async () => {
    stage.sim.reset();
    expect(pupil.troubles).toEqual([]);
    await pupil.leave();
  });

  test("inside Zalo only pressing share asks Zalo for anything, and the report after it is told in a page without the SDK", async () => {
    pupil = await chromium.visit([url, ...zaloOrigins], { settings: insideZalo });
    await enterZalo(pupil, stage.sim, someone);
    const { page } = pupil;
    await page.goto(`${url}/zapps/${miniAppId}/?school=${pilotSchool}`);
    await page.getByRole("button", { name: text.homePage.share }).waitFor();
    await page.waitForLoadState("networkidle");
    const askedBefore = askedIn(stage);

    await page.getByRole("button", { name: text.homePage.shareHint }).click();
    await expect.poll(() => askedIn(stage)).toContain(shareSheet);
    await page.getByRole("button", { name: text.homePage.shareHint }).waitFor();
    const askedByShare = askedIn(stage);
    const signInsByShare = signInsIn(stage);
    const hadSdk = await hasSdk(page);
    await sendThereAndBack(page, story);

    expect(askedBefore).toEqual([]);
    expect(new Set(askedByShare)).toEqual(new Set(["action.jump.login", shareSheet]));
    expect(JSON.stringify(stage.sim.host.asked())).toContain(`"link":"${publicLink}"`);
    expect(JSON.stringify(stage.sim.host.asked())).not.toContain(pilotSchool);
    expect(signInsByShare).toBe(1);
    expect([hadSdk, await hasSdk(page)]).toEqual([true, false]);
    expect(askedIn(stage)).toHaveLength(askedByShare.length);
    expect(signInsIn(stage)).toBe(signInsByShare);
    expect(pupil.dialogs).toEqual([]);
  });

  test.each([
    ["who says no is left in peace", -2002, 0],
    ["a share sheet that cannot open leaves the link on the page", -1500, 1],
  ])("inside Zalo %s", async (_what, shareCode, links) => {
    pupil = await chromium.visit([url, ...zaloOrigins], { settings: insideZalo });
    await enterZalo(pupil, stage.sim, someone);
    stage.sim.host.answerWith(shareSheet, shareCode);
    const { page } = pupil;
    await page.goto(`${url}/zapps/${miniAppId}/`);

    await page.getByRole("button", { name: text.homePage.shareHint }).click();
    await expect.poll(() => askedIn(stage)).toContain(shareSheet);
    await page.getByRole("button", { name: text.homePage.shareHint }).waitFor();

    expect(await page.getByText(publicLink).count()).toBe(links);
  });

  test("inside Zalo a page that has shown more than the first page shares without the SDK", async () => {
    pupil = await chromium.visit([url], { settings: insideZalo });
    await enterZalo(pupil, stage.sim, someone);
    const { page } = pupil;
    await page.goto(`${url}/zapps/${miniAppId}/?school=${pilotSchool}#/report`);
    await page.getByRole("heading", { name: text.report.danger.question }).waitFor();
    await page.evaluate(() => {
      window.location.hash = "/";
    });

    await page.getByRole("button", { name: text.homePage.share }).click();
    await page.getByText(text.homePage.shareCopied).waitFor();

    expect(await copied(page)).toBe(publicLink);
    expect(askedIn(stage)).toEqual([]);
  });

  test("outside Zalo, where the browser cannot share, the bare link is copied", async () => {
    pupil = await chromium.visit([stage.url], { settings: { permissions: clipboard } });
    await pupil.context.addInitScript(() => Object.assign(navigator, { share: undefined }));
    const { page } = pupil;
    await page.goto(`${stage.url}/zapps/${miniAppId}/?school=${pilotSchool}&env=DEVELOPMENT`);

    await page.getByRole("button", { name: text.homePage.share }).click();
    await page.getByText(text.homePage.shareCopied).waitFor();

    expect(await copied(page)).toBe(`${stage.url}/zapps/${miniAppId}/`);
  });
});

function askedIn({ sim }: Stage): readonly string[] {
  return sim.host.asked().map(({ action }) => action);
}

/** How often the page has fetched a token from Zalo. */
function signInsIn({ sim }: Stage): number {
  return sim.requests().filter(({ url }) => url === "/openapi/access_token").length;
}

async function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The SDK leaves this behind in every page that has loaded it. */
async function hasSdk(page: Page): Promise<boolean> {
  return page.evaluate(() => "ZaloMiniAppSDK" in window);
}
