import { text as console } from "@truong-an/mini-app/staff/text/vi";
import { text } from "@truong-an/mini-app/text/vi";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { pilotSchool } from "../support/reporter.ts";
import type { Stage } from "../support/stage.ts";
import { type Chromium, inChromium, openChromium, type Visitor } from "./support/browser.ts";
import { openHouse } from "./support/house.ts";
import {
  arrived,
  comeBackWith,
  leaveCode,
  sendAndKeepCode,
  tellUpToReaders,
} from "./support/pupil.ts";

const neutral = "https://vi.wikipedia.org";
const story = "Bạn em bị trêu mỗi giờ ra chơi.";

inChromium("wherever the Mini App is opened", () => {
  let stage: Stage;
  let chromium: Chromium;
  let pupil: Visitor;

  beforeAll(async () => {
    stage = await openHouse();
    chromium = await openChromium(["truong-an.test", "h5.zdn.vn"], [at("h5.zdn.vn")]);
  });

  afterAll(async () => {
    await chromium?.close();
    await stage?.close();
  });

  afterEach(async () => {
    expect(pupil.troubles).toEqual([]);
    await pupil.leave();
  });

  test.each(["/", "/zapps/123/", "/zapps/123/?school=no-such-school&env=DEVELOPMENT&version=9"])(
    "%s shows the first page",
    async (path) => {
      pupil = await chromium.visit([stage.url]);
      await pupil.page.goto(`${stage.url}${path}`);

      await pupil.page.getByRole("link", { name: text.homePage.report }).waitFor();
    },
  );

  test.each(["/#/nowhere", "/zapps/123/#/report/nowhere", "/#/%E0%A4%A"])(
    "%s shows a page with a way on",
    async (path) => {
      pupil = await chromium.visit([stage.url]);
      await pupil.page.goto(`${stage.url}${path}`);

      await pupil.page.getByRole("heading", { level: 1 }).waitFor();
      await pupil.page.locator("main ~ div button, main a, main button").first().waitFor();
    },
  );

  test("a report can be sent from under the path that Zalo gives the Mini App", async () => {
    pupil = await chromium.visit([stage.url]);
    await pupil.page.goto(`${stage.url}/zapps/123/?school=${pilotSchool}`);

    await sendThereAndBack(pupil.page);
  });

  test("another host name without https says kindly what does not work, and who to call", async () => {
    const url = at("truong-an.test");
    pupil = await chromium.visit([url]);
    const { page } = pupil;

    await page.goto(`${url}/?school=${pilotSchool}`);
    await page.getByRole("link", { name: text.homePage.report }).click();
    await page.getByText(text.insecure.words).waitFor();
    await page.locator('main a[href="tel:113"]').waitFor();
    await page.goto(`${url}/#/school`);
    await page.getByRole("heading", { name: text.schoolPage.title }).waitFor();
    await page.goto(`${url}/console`);
    await page.getByText(console.failed.insecure).waitFor();
  });

  test("inside a Zalo that never answers everything works, and nobody is asked who they are", async () => {
    const url = at("h5.zdn.vn");
    pupil = await chromium.visit([url, neutral], { settings: { userAgent: inZalo } });
    const asked = await imitateSilentZalo(pupil);
    await pupil.page.goto(`${url}/zapps/123/?school=${pilotSchool}`);

    await sendThereAndBack(pupil.page);
    await pupil.page.route(`${neutral}/`, (route) => route.fulfill({ body: "" }));
    await pupil.page.getByRole("button", { name: text.leaveQuickly }).click();
    await pupil.page.waitForURL(`${neutral}/`);

    expect(asked).toEqual(["jsCall action.window.close"]);
  });

  test("inside Zalo only pressing share asks Zalo for anything, and the report after it is told in a page without the SDK", async () => {
    const url = at("h5.zdn.vn");
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
    await sendThereAndBack(page);

    expect(askedBefore).toEqual([]);
    expect(new Set(askedByShare)).toEqual(new Set(["action.jump.login", shareSheet]));
    expect(JSON.parse(asked.find(({ action }) => action === shareSheet)?.words ?? "")).toEqual(
      expect.objectContaining({ link: "https://zalo.me/s/123/" }),
    );
    expect(asked.filter(({ words }) => words.includes(pilotSchool))).toEqual([]);
    expect(signInsByShare).toBe(1);
    expect(asked).toHaveLength(askedByShare.length);
    expect(signIns).toHaveLength(signInsByShare);
    expect(pupil.dialogs).toEqual([]);
  });

  test.each([
    ["who says no is left in peace", -2002, 0],
    ["a share sheet that cannot open leaves the link on the page", -1500, 1],
  ])("inside Zalo %s", async (_what, shareCode, links) => {
    const url = at("h5.zdn.vn");
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
    const url = at("h5.zdn.vn");
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

  function at(host: string): string {
    return `http://${host}:${new URL(stage.url).port}`;
  }
});

const inZalo =
  "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36 Zalo android/25110123";

const clipboard = ["clipboard-read", "clipboard-write"];

/** Zalo serves the pages itself, so our server's content policy does not hold there. */
const insideZalo = { userAgent: inZalo, bypassCSP: true, permissions: clipboard };

const zaloServer = "https://h5.zalo.me";
const shareSheet = "action.open.sharesheet";

async function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

async function sendThereAndBack(page: Page): Promise<void> {
  await tellUpToReaders(page, { story });
  const code = await sendAndKeepCode(page);
  await arrived(page);
  await leaveCode(page);
  await comeBackWith(page, code);
  await page.getByText(story).waitFor();
}

/** Zalo's bridge as the page sees it, deaf; answers what the page asks of it, as it is asked. */
async function imitateSilentZalo({ context }: Visitor): Promise<readonly string[]> {
  const asked: string[] = [];
  await context.exposeBinding("noteZaloCall", (_source, call: string) => {
    asked.push(call);
  });
  await context.addInitScript(() => {
    const note = (call: string) => Reflect.get(window, "noteZaloCall")(call);
    const deaf = new Proxy(
      {},
      {
        get:
          (_bridge, name) =>
          (...words: unknown[]) =>
            note(`${String(name)} ${words[1]}`),
      },
    );
    Object.assign(window, {
      ZaloJavaScriptInterface: deaf,
      ZJSBridge: {},
      APP_ID: "123",
      zAppID: "123",
    });
  });
  return asked;
}

type ZaloCall = { readonly action: string; readonly words: string };

/**
 * Zalo's bridge as the SDK knows it: signs in whoever is asked to, and answers the share sheet with
 * `shareCode`. Gives what the page asks of it, as it is asked.
 */
async function imitateZalo(
  { context }: Visitor,
  { shareCode }: { readonly shareCode: number },
): Promise<readonly ZaloCall[]> {
  const asked: ZaloCall[] = [];
  await context.exposeBinding("noteZaloCall", (_source, call: ZaloCall) => {
    asked.push(call);
  });
  await context.addInitScript((code) => {
    const cookies = ["zlink3rd", "zoauth", "zoauth_vrf"];
    const signedIn = {
      cookiesOAuthLogins: cookies.map((name) => ({ name: `h5.zdn.vn_${name}`, value: "made-up" })),
      miniProgramConfig: { userAuthorized: true, dynamicApis: [], requiredAuthenList: [] },
    };
    const answerTo = (action: string) =>
      action === "action.jump.login"
        ? { action, error_code: 0, data: signedIn }
        : { action, error_code: code, error_message: "", data: { status: 1 } };
    const jsCall = (_js: string, action: string, _access: string, words: string, back: string) => {
      Reflect.get(window, "noteZaloCall")({ action, words });
      const [, id, name] = /onNativeMessage\("([^"]+)", "([^"]+)"\)/.exec(back) ?? [];
      if (id === undefined) return; // who asked waits for no answer
      setTimeout(() =>
        Reflect.get(window, "onNativeMessage")(id, name)(JSON.stringify(answerTo(action))),
      );
    };
    Object.assign(window, {
      ZaloJavaScriptInterface: { jsCall, jsH5EventCallback: () => undefined },
      ZJSBridge: {},
      APP_ID: "123",
      zAppID: "123",
    });
  }, shareCode);
  return asked;
}

/** Zalo's server, which turns a sign-in into a token. Gives each request for one. */
async function imitateZaloServer({ context }: Visitor): Promise<readonly string[]> {
  const signIns: string[] = [];
  await context.route(`${zaloServer}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/openapi/access_token") signIns.push(pathname);
    const json = { access_token: "made-up", refresh_token: "made-up", expires_in: "3600" };
    return route.fulfill({ json, headers: { "access-control-allow-origin": "*" } });
  });
  return signIns;
}
