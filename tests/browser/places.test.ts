import { text as console } from "@truong-an/mini-app/staff/text/vi";
import { text } from "@truong-an/mini-app/text/vi";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { zaloPeople } from "../demo/directory.ts";
import { pilotSchool } from "../support/reporter.ts";
import type { Stage } from "../support/stage.ts";
import { type Chromium, inChromium, openChromium, type Visitor } from "./support/browser.ts";
import { openHouse } from "./support/house.ts";
import { sendThereAndBack } from "./support/pupil.ts";
import { enterZalo, inZalo, miniAppId } from "./support/zalo-bridge.ts";

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

    await sendThereAndBack(pupil.page, story);
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
    await enterZalo(pupil, stage.sim, zaloPeople[0]?.id ?? "");
    stage.sim.host.answerWith("*", "silence");
    await pupil.page.goto(`${url}/zapps/${miniAppId}/?school=${pilotSchool}`);

    await sendThereAndBack(pupil.page, story);
    await pupil.page.route(`${neutral}/`, (route) => route.fulfill({ body: "" }));
    await pupil.page.getByRole("button", { name: text.leaveQuickly }).click();
    await pupil.page.waitForURL(`${neutral}/`);

    const asked = stage.sim.host.asked().map(({ action }) => action);
    expect(asked).toEqual(["action.window.close"]);
  });

  function at(host: string): string {
    return `http://${host}:${new URL(stage.url).port}`;
  }
});
