import { text } from "@truong-an/mini-app/text/vi";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { pilotSchool } from "../support/reporter.ts";
import type { Stage } from "../support/stage.ts";
import { type Chromium, inChromium, openChromium, type Visitor } from "./support/browser.ts";
import { openHouse } from "./support/house.ts";
import { sendThereAndBack } from "./support/pupil.ts";
import { imitateZalo, imitateZaloServer, inZalo, zaloServer } from "./support/zalo-bridge.ts";

const story = "Bạn em bị trêu mỗi giờ ra chơi.";
const clipboard = ["clipboard-read", "clipboard-write"];

/** Zalo serves the pages itself, so our server's content policy does not hold there. */
const insideZalo = { userAgent: inZalo, bypassCSP: true, permissions: clipboard };
const shareSheet = "action.open.sharesheet";

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
    expect(pupil.troubles).toEqual([]);
    await pupil.leave();
  });

  test("inside Zalo only pressing share asks Zalo for anything, and the report after it is told in a page without the SDK", async () => {
    pupil = await chromium.visit([url, zaloServer], { settings: insideZalo });
    const signIns = await imitateZaloServer(pupil);
    const asked = await imitateZalo(pupil, { shareCode: 0 });
    const { page } = pupil;
    await page.goto(`${url}/zapps/123/?school=${pilotSchool}`);
    await page.getByRole("button", { name: text.homePage.share }).waitFor();
    await page.waitForLoadState("networkidle");
    const askedBefore = asked.map(({ action }) => action);

    await page.getByRole("button", { name: text.homePage.shareHint }).click();
    await expect.poll(() => asked.some(({ action }) => action === shareSheet)).toBe(true);
    await page.getByRole("button", { name: text.homePage.shareHint }).waitFor();
    const askedByShare = asked.map(({ action }) => action);
    const signInsByShare = signIns.length;
    const hadSdk = await hasSdk(page);
    await sendThereAndBack(page, story);

    expect(askedBefore).toEqual([]);
    expect(new Set(askedByShare)).toEqual(new Set(["action.jump.login", shareSheet]));
    expect(JSON.parse(asked.find(({ action }) => action === shareSheet)?.words ?? "")).toEqual(
      expect.objectContaining({ link: "https://zalo.me/s/123/" }),
    );
    expect(asked.filter(({ words }) => words.includes(pilotSchool))).toEqual([]);
    expect(signInsByShare).toBe(1);
    expect([hadSdk, await hasSdk(page)]).toEqual([true, false]);
    expect(asked).toHaveLength(askedByShare.length);
    expect(signIns).toHaveLength(signInsByShare);
    expect(pupil.dialogs).toEqual([]);
  });

  test.each([
    ["who says no is left in peace", -2002, 0],
    ["a share sheet that cannot open leaves the link on the page", -1500, 1],
  ])("inside Zalo %s", async (_what, shareCode, links) => {
    pupil = await chromium.visit([url, zaloServer], { settings: insideZalo });
    await imitateZaloServer(pupil);
    const asked = await imitateZalo(pupil, { shareCode });
    const { page } = pupil;
    await page.goto(`${url}/zapps/123/`);

    await page.getByRole("button", { name: text.homePage.shareHint }).click();
    await expect.poll(() => asked.some(({ action }) => action === shareSheet)).toBe(true);
    await page.getByRole("button", { name: text.homePage.shareHint }).waitFor();

    expect(await page.getByText("https://zalo.me/s/123/").count()).toBe(links);
  });

  test("inside Zalo a page that has shown more than the first page shares without the SDK", async () => {
    pupil = await chromium.visit([url], { settings: insideZalo });
    const asked = await imitateZalo(pupil, { shareCode: 0 });
    const { page } = pupil;
    await page.goto(`${url}/zapps/123/?school=${pilotSchool}#/report`);
    await page.getByRole("heading", { name: text.report.danger.question }).waitFor();
    await page.evaluate(() => {
      window.location.hash = "/";
    });

    await page.getByRole("button", { name: text.homePage.share }).click();
    await page.getByText(text.homePage.shareCopied).waitFor();

    expect(await copied(page)).toBe("https://zalo.me/s/123/");
    expect(asked).toEqual([]);
  });

  test("outside Zalo, where the browser cannot share, the bare link is copied", async () => {
    pupil = await chromium.visit([stage.url], { settings: { permissions: clipboard } });
    await pupil.context.addInitScript(() => Object.assign(navigator, { share: undefined }));
    const { page } = pupil;
    await page.goto(`${stage.url}/zapps/123/?school=${pilotSchool}&env=DEVELOPMENT`);

    await page.getByRole("button", { name: text.homePage.share }).click();
    await page.getByText(text.homePage.shareCopied).waitFor();

    expect(await copied(page)).toBe(`${stage.url}/zapps/123/`);
  });
});

async function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The SDK leaves this behind in every page that has loaded it. */
async function hasSdk(page: Page): Promise<boolean> {
  return page.evaluate(() => "ZaloMiniAppSDK" in window);
}
