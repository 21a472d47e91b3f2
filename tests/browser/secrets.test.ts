import { text as console } from "@truong-an/mini-app/staff/text/vi";
import { text } from "@truong-an/mini-app/text/vi";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schools } from "../demo/directory.ts";
import { oneTimeCode } from "../support/colleague.ts";
import { pilotSchool, submit } from "../support/reporter.ts";
import type { Stage } from "../support/stage.ts";
import { type Chromium, inChromium, openChromium } from "./support/browser.ts";
import { joinFromPhone, openFirst, passphrase } from "./support/desk.ts";
import { openHouse } from "./support/house.ts";
import {
  answerUpToStory,
  arrived,
  comeBackWith,
  goOn,
  leaveCode,
  press,
  sendAndKeepCode,
  tellStory,
} from "./support/pupil.ts";
import { storedText } from "./support/storage.ts";

const story = "Em bị nhốt trong kho dụng cụ thể dục.";
const reply = "Em viết thêm: hôm đó là thứ ba.";
const schoolName = schools[0]?.name ?? "";

inChromium("what stays secret", () => {
  let stage: Stage;
  let chromium: Chromium;

  beforeAll(async () => {
    stage = await openHouse();
    chromium = await openChromium();
  });

  afterAll(async () => {
    await chromium?.close();
    await stage?.close();
  });

  test("the phone keeps no word, no code and no key at any step, and sends none", async () => {
    const pupil = await chromium.visit([stage.url]);
    const { page, context } = pupil;
    const kept: string[] = [];
    const look = async () => kept.push(await storedText(page));

    await page.goto(`${stage.url}/?school=${pilotSchool}`);
    await answerUpToStory(page, { story });
    await tellStory(page, { story });
    await look();
    await goOn(page);
    await page.getByRole("button", { name: text.report.readers.send, exact: true }).waitFor();
    await look();
    await context.route("**/api/reporter/**", (route) => route.abort());
    const code = await sendAndKeepCode(page);
    await page.getByText(text.delivery.waiting).waitFor();
    await look(); // the sealed report lies in the outbox now
    expect(kept.at(-1)).toContain(btoa("age-encryption.org"));
    await context.unroute("**/api/reporter/**");
    await press(page, text.delivery.sendNow);
    await arrived(page);
    await look();
    await leaveCode(page);
    await comeBackWith(page, code);
    await page.getByLabel(text.thread.replyLabel).fill(reply);
    await look();
    await press(page, text.thread.send);
    await page.getByText(text.thread.sent, { exact: true }).waitFor();
    await look();

    const sent = pupil.requests.map(({ url, headers, body }) =>
      [url, JSON.stringify(headers), body].join("\n"),
    );
    for (const found of [...kept, ...sent]) {
      expect(found).not.toContain(story);
      expect(found).not.toContain(reply);
      expect(found.replace(/\D/g, "")).not.toContain(code);
      expect(found).not.toContain("AGE-SECRET-KEY");
    }
    expect(pupil.troubles).toEqual([]);
  });

  test("no request of a reporter carries a cookie or a token", async () => {
    const pupil = await chromium.visit([stage.url]);
    const { page, context } = pupil;
    const said: Promise<Record<string, string>>[] = [];
    context.on("request", (request) => said.push(request.allHeaders()));

    await page.goto(`${stage.url}/?school=${pilotSchool}`);
    await answerUpToStory(page, { story });
    await tellStory(page, { story });
    await goOn(page);
    const code = await sendAndKeepCode(page);
    await arrived(page);
    await leaveCode(page);
    await comeBackWith(page, code);

    const headers = (await Promise.all(said)).flatMap((each) => Object.entries(each));
    const telling = headers.filter(
      ([name, value]) => value !== "" && /cookie|authorization|token|referer|^x-/.test(name),
    );
    expect(headers.length).toBeGreaterThan(0);
    expect(telling).toEqual([]);
    expect(await context.cookies()).toEqual([]);
  });

  test("ten minutes of silence lock the console and take every decrypted word away", async () => {
    await submit(stage.url, { story });
    const police = await chromium.visit([stage.url, stage.sim.url], { screen: "desk" });
    await police.context.clock.install();
    const { page, totpSecret } = await joinFromPhone(police, stage.sim.url, "cill-cus");
    await openFirst(page, schoolName, story);

    await page.clock.fastForward("10:01");
    await page.getByText(console.door.locked.idle).waitFor();
    expect(await page.content()).not.toContain(story);
    await expectNothingKept(page);

    await page.getByLabel(console.door.passphrase, { exact: true }).fill(passphrase);
    await page.getByLabel(console.door.oneTimeCode).fill(oneTimeCode(totpSecret, 30));
    await press(page, console.door.unlock);
    await page.getByText(story).waitFor();

    await press(page, console.frame.signOut);
    await page.getByText(console.door.left).waitFor();
    expect(await page.content()).not.toContain(story);
    await expectNothingKept(page);
    expect(police.troubles).toEqual([]);
  });
});

/** The session's cookie is out of the page's reach; nothing else may lie in this browser. */
async function expectNothingKept(page: Page): Promise<void> {
  const kept = await storedText(page);
  expect(kept).not.toContain("AGE-SECRET-KEY");
  expect(kept).not.toContain(story);
  expect(kept).not.toContain(passphrase);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
}
