import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { zaloPeople } from "../demo/directory.ts";
import { defaults } from "../zalo-sim/defaults.ts";
import { startZaloSim, type ZaloSim } from "../zalo-sim/start.ts";
import { type Chromium, inChromium, openChromium, type Visitor } from "./support/browser.ts";
import { enterZalo, inZalo, miniAppId, pushEvent, zaloOrigins } from "./support/zalo-bridge.ts";

const someone = zaloPeople[0]?.id ?? "";
const url = "http://h5.zdn.vn";
const miniApp = createRequire(new URL("../../mini-app/package.json", import.meta.url));

inChromium("the imitated Zalo app, asked by Zalo's own SDK", () => {
  let sim: ZaloSim;
  let chromium: Chromium;
  let visitor: Visitor;
  let page: Page;

  beforeAll(async () => {
    sim = await startZaloSim({ port: 0, people: zaloPeople });
    chromium = await openChromium(["h5.zdn.vn"], [url]);
  });

  afterAll(async () => {
    await chromium?.close();
    await sim?.stop();
  });

  beforeEach(async () => {
    sim.reset();
    visitor = await chromium.visit([url, ...zaloOrigins], { settings: { userAgent: inZalo } });
    await enterZalo(visitor, sim, someone);
    ({ page } = visitor);
    await page.route(`${url}/zapps/**`, (route) => {
      return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Mini App" });
    });
    await page.goto(`${url}/zapps/${miniAppId}/`);
    await page.addScriptTag({ path: miniApp.resolve("zmp-sdk/index.umd.js") });
  });

  afterEach(async () => {
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  /** Calls a function of the SDK as a page would. */
  async function sdk(name: string, given?: unknown): Promise<unknown> {
    return page.evaluate(
      async ([called, words]) => {
        const calls = Reflect.get(window, "zmp-sdk") as Record<string, (given: unknown) => unknown>;
        return calls[called as string]?.(words);
      },
      [name, given] as const,
    );
  }

  /** The code with which the SDK turns the page down. */
  async function refusal(name: string, given?: unknown): Promise<unknown> {
    return page.evaluate(
      async ([called, words]) => {
        const calls = Reflect.get(window, "zmp-sdk") as Record<string, (given: unknown) => unknown>;
        try {
          await calls[called as string]?.(words);
          return "no refusal";
        } catch (reason) {
          return (reason as { code: unknown }).code;
        }
      },
      [name, given] as const,
    );
  }

  const askedNow = () => sim.host.asked().map(({ action }) => action);

  test("an access token from the page names its person at Zalo's graph, and nobody else", async () => {
    const token = String(await sdk("getAccessToken"));
    const { userInfo } = (await sdk("getUserInfo", {})) as { userInfo: object };

    expect(token).toMatch(/^[0-9a-f]{64}$/);
    expect(askedNow()).toEqual(["action.jump.login"]);
    expect(userInfo).toMatchObject({ id: sim.person(someone)?.appUserId, name: "" });
  });

  test("who allows notifications gets them, who says no does not", async () => {
    sim.host.answerWith("action.mp.send.notification", "deny");
    expect(await refusal("requestSendNotification")).toBe(-201);
    expect(sim.person(someone)?.allowsNotices).toBe(false);

    sim.host.answerWith("action.mp.send.notification", undefined);
    await sdk("requestSendNotification");

    expect(sim.person(someone)?.allowsNotices).toBe(true);
  });

  test("a phone number and a place come as codes that work once at the graph", async () => {
    const { token: phone } = (await sdk("getPhoneNumber")) as { token: string };
    const { token: place } = (await sdk("getLocation")) as { token: string };

    expect(await exchanged(phone)).toMatchObject({ data: { number: "" } });
    expect(await exchanged(phone)).not.toHaveProperty("data");
    expect(await exchanged(place)).toMatchObject({ data: { provider: "gps" } });
  });

  test("what the person agrees to show is what the settings say afterwards", async () => {
    await sdk("authorize", { scopes: ["scope.userInfo"] });

    expect(await sdk("getSetting")).toMatchObject({
      authSetting: { "scope.userInfo": true, "scope.userPhonenumber": false },
    });
    expect(await sdk("getUserInfo", {})).toMatchObject({ userInfo: { name: zaloPeople[0]?.name } });
  });

  test("following the account and talking to it go to the same account as the phone's", async () => {
    expect(await sdk("isAllowedInteractWithOA", { oaId: defaults.oa.id })).toEqual({
      status: false,
    });

    await sdk("followOA", { id: defaults.oa.id });

    expect(sim.person(someone)).toMatchObject({ followed: true });
    expect(sim.events()).toMatchObject([{ name: "follow" }]);
    expect(await sdk("isAllowedInteractWithOA", { oaId: defaults.oa.id })).toEqual({
      status: true,
    });
  });

  test("what only shows something is noted with what it was asked", async () => {
    await sdk("openShareSheet", { type: "link", data: { link: "https://zalo.me/s/1/" } });
    await sdk("setNavigationBarTitle", { title: "Trường An" });

    expect(sim.host.asked()).toMatchObject([
      { action: "action.jump.login" },
      { action: "action.open.sharesheet", parameters: { link: "https://zalo.me/s/1/" } },
      { action: "action.change.title.header" },
    ]);
  });

  test.each([
    ["deny", -201],
    ["not-supported", -1404],
    [-1500, -1500],
  ] as const)("%s is the answer when it is ordered", async (order, code) => {
    sim.host.answerWith("action.follow.oa", order);

    expect(await refusal("followOA", { id: defaults.oa.id })).toBe(code);
    expect(sim.person(someone)?.followed).toBe(false);
  });

  test("a Zalo that keeps silent leaves the SDK waiting", async () => {
    sim.host.answerWith("action.open.sharesheet", "silence");
    const waiting = sdk("openShareSheet", { type: "link", data: { link: "https://zalo.me/s/1/" } });
    const settled = waiting.then(
      () => "settled",
      () => "settled",
    );

    await expect.poll(askedNow).toContain("action.open.sharesheet");
    const soon = new Promise((resolve) => setTimeout(() => resolve("waiting"), 1_000));

    expect(await Promise.race([settled, soon])).toBe("waiting");
  });

  test("the Mini App's own storage is answered at once and outlives the page", async () => {
    const storage = (call: string) =>
      page.evaluate((words) => {
        const { nativeStorage } = Reflect.get(window, "zmp-sdk") as {
          nativeStorage: Record<string, (...given: unknown[]) => unknown>;
        };
        const [name = "", ...given] = words.split(" ");
        return nativeStorage[name]?.(...given) ?? null;
      }, call);
    await storage("setItem school cill-cus");
    await page.reload();
    await page.addScriptTag({ path: miniApp.resolve("zmp-sdk/index.umd.js") });

    expect(await storage("getItem school")).toBe("cill-cus");
    await storage("removeItem school");
    expect(sim.host.storage.kept(someone)).toEqual({});
  });

  test("what happens in Zalo around it reaches the page's listeners", async () => {
    await page.evaluate(() => {
      const { events } = Reflect.get(window, "zmp-sdk") as {
        events: { on: (name: string, listen: (data: unknown) => void) => void };
      };
      events.on("h5.event.open.mp", (data) => Object.assign(window, { heard: data }));
    });

    await pushEvent(page, "7", "h5.event.open.mp", { url: `${url}/zapps/${miniAppId}/?a=1` });

    expect(await page.evaluate(() => Reflect.get(window, "heard"))).toEqual({ path: "/?a=1" });
    await expect.poll(askedNow).toContain("event.heard");
  });

  async function exchanged(code: string): Promise<unknown> {
    const headers = {
      access_token: sim.newUserToken(someone),
      code,
      secret_key: defaults.app.secret,
    };
    return (await fetch(`${sim.url}/v2.0/me/info`, { headers })).json();
  }
});
