import { bulletinsText } from "@truong-an/mini-app/staff/text/bulletins-vi";
import { menuText } from "@truong-an/mini-app/staff/text/menu-vi";
import { text as readerText } from "@truong-an/mini-app/text/vi";
import { fireAtHomePrimary as fire } from "@truong-an/shared/library/fire-at-home-primary";
import { bulletinStatusLabels, topicLabels } from "@truong-an/shared/text/bulletin-vi";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { communes } from "../demo/directory.ts";
import { pilotSchool } from "../support/reporter.ts";
import type { Stage } from "../support/stage.ts";
import { barriers, type Chromium, inChromium, openChromium } from "./support/browser.ts";
import { joinFromPhone } from "./support/desk.ts";
import { openHouse } from "./support/house.ts";
import { photoFromATelephone } from "./support/photo.ts";
import { keepPicture } from "./support/pictures.ts";

const { form, steps } = bulletinsText;
const title = "Qua đường trước cổng trường";
const alt = "Vạch sang đường trước một cổng trường";
const body = `Nhìn trái, nhìn phải rồi hãy bước.

## Các em nhớ
- Đi trên vạch.
- Không vừa đi vừa xem điện thoại.

Nguồn: [Luật số 36/2024/QH15](https://vbpl.vn/).`;

inChromium("writing bulletins", () => {
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

  test("one writes, a colleague approves and publishes, a parent reads; one withdraws and it is gone", async () => {
    const found: string[] = [];
    const look = async (page: Page, screen: string) => {
      for (const barrier of await barriers(page)) found.push(`${screen}: ${barrier}`);
      await keepPicture(page, `console-bulletins-${screen}`);
    };
    const police = await chromium.visit([stage.url, stage.sim.url], { screen: "desk" });
    const commune = await chromium.visit([stage.url, stage.sim.url]);
    const parent = await chromium.visit([stage.url]);
    const { page: writing } = await joinFromPhone(police, stage.sim.url, "police-nam-ban");

    await openBulletins(writing);
    await writing.getByText(bulletinsText.noneAt.submitted).waitFor();
    await writing.getByRole("link", { name: bulletinsText.write }).click();
    await write(writing);
    await look(writing, "form");
    await writing.getByRole("button", { name: form.save }).click();
    await writing.getByText(bulletinStatusLabels.draft, { exact: true }).waitFor();
    await writing.getByRole("img", { name: alt }).waitFor();
    await look(writing, "draft");
    await take(writing, "submit");
    await writing.getByText(bulletinsText.waitsForColleague).waitFor();
    expect(await writing.getByRole("button", { name: steps.approve.action }).count()).toBe(0);

    const { page: reading } = await joinFromPhone(commune, stage.sim.url, "commune-nam-ban");
    await openBulletins(reading);
    await look(reading, "list");
    await reading.getByRole("link", { name: title }).click();
    await reading.getByText(bulletinsText.notMyDesk("Công an xã Nam Ban Lâm Hà")).waitFor();
    await look(reading, "submitted");
    await take(reading, "approve");
    await take(reading, "publish");
    await look(reading, "published");

    await parent.page.goto(`${stage.url}/?school=${pilotSchool}`);
    await parent.page.getByRole("link", { name: readerText.homePage.bulletins }).click();
    await parent.page.getByRole("link", { name: title }).click();
    await parent.page.getByRole("img", { name: alt }).waitFor();
    await keepPicture(parent.page, "bulletins-article-with-cover");
    expect(await parent.page.getByRole("link", { name: "Luật số 36/2024/QH15" }).count()).toBe(1);

    await take(reading, "withdraw");
    await reading.getByText(bulletinStatusLabels.withdrawn, { exact: true }).waitFor();
    const gone = await fetch(`${stage.url}/api/public/bulletins?school=${pilotSchool}`);

    expect(await gone.text()).not.toContain(title);
    expect(found).toEqual([]);
    expect([...police.troubles, ...commune.troubles, ...parent.troubles]).toEqual([]);
  });

  test("a text of the library is read and taken into the form", async () => {
    const { library } = bulletinsText;
    const police = await chromium.visit([stage.url, stage.sim.url]);
    const { page } = await joinFromPhone(police, stage.sim.url, "police-doi-thong");
    await openBulletins(page);
    await page.getByRole("link", { name: library.open }).click();
    await page.getByRole("heading", { name: topicLabels.fire }).waitFor();
    const atTheList = await barriers(page);
    await keepPicture(page, "console-library");
    await page.getByRole("link", { name: fire.title }).click();
    await page.getByRole("heading", { name: library.beforeUse }).waitFor();
    const atTheText = await barriers(page);
    await keepPicture(page, "console-library-model");
    await page.getByRole("link", { name: library.use }).click();

    const headline = await page.getByLabel(form.headline).inputValue();
    const words = await page.getByLabel(form.body, { exact: true }).inputValue();

    expect(headline).toBe(fire.title);
    expect(words.trim()).toBe(fire.body.trim());
    expect([...atTheList, ...atTheText]).toEqual([]);
    expect(police.troubles).toEqual([]);
  });

  test("words that could point to a child must be looked at before they are approved", async () => {
    const police = await chromium.visit([stage.url, stage.sim.url], { screen: "desk" });
    const school = await chromium.visit([stage.url, stage.sim.url], { screen: "desk" });
    const { page: writing } = await joinFromPhone(school, stage.sim.url, "cill-cus");
    await openBulletins(writing);
    await writing.getByRole("link", { name: bulletinsText.write }).click();
    await writing.getByRole("radio", { name: "Trường TH&THCS Cill Cus" }).check();
    await writing.getByLabel(form.headline).fill("Khen một bạn tốt");
    await writing.getByLabel(form.body).fill("Khen em Trâm lớp 7A2 đã trả lại ví.");
    await writing
      .getByText(bulletinsText.check.line(bulletinsText.check.flags.class, "lớp 7A2"))
      .waitFor();
    await writing.getByRole("button", { name: form.save }).click();
    await writing.getByText(bulletinStatusLabels.draft, { exact: true }).waitFor();
    await take(writing, "submit");
    const { page: reading } = await joinFromPhone(police, stage.sim.url, "department");
    await openBulletins(reading);
    await reading.getByRole("link", { name: "Khen một bạn tốt" }).click();

    await reading.getByRole("button", { name: steps.approve.action, exact: true }).click();
    const dialog = reading.getByRole("dialog");
    await dialog.getByRole("button", { name: steps.approve.confirm }).click();
    await dialog.getByText(bulletinsText.check.tickFirst).waitFor();
    await keepPicture(reading, "console-bulletins-approve");
    await dialog.getByRole("checkbox", { name: bulletinsText.check.seen }).check();
    await dialog.getByRole("button", { name: steps.approve.confirm }).click();
    await reading.getByText(steps.approve.done).waitFor();

    expect([...police.troubles, ...school.troubles]).toEqual([]);
  });
});

async function openBulletins(page: Page): Promise<void> {
  const link = page.getByRole("link", { name: menuText.pages.bulletins, exact: true });
  if (!(await link.isVisible())) await page.getByRole("button", { name: menuText.toggle }).click();
  await link.click();
  await page.getByRole("heading", { level: 1, name: bulletinsText.title }).waitFor();
}

async function write(page: Page): Promise<void> {
  await page.getByRole("radio", { name: communes[0]?.name ?? "" }).check();
  await page.getByLabel(form.topic).selectOption(topicLabels.traffic);
  await page.getByLabel(form.headline).fill(title);
  await page.getByLabel(form.body).fill(body);
  await page.getByLabel(form.coverChoose).setInputFiles({
    name: "anh.jpg",
    mimeType: "image/jpeg",
    buffer: await photoFromATelephone(page),
  });
  await page.getByLabel(form.coverAlt).fill(alt);
  await page
    .getByRole("region", { name: bulletinsText.preview })
    .getByText("Đi trên vạch.")
    .waitFor();
}

async function take(page: Page, step: keyof typeof steps): Promise<void> {
  await page.getByRole("button", { name: steps[step].action, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: steps[step].confirm, exact: true }).click();
  await page.getByText(steps[step].done).waitFor();
}
