import { bulletinsText } from "@truong-an/mini-app/text/bulletins-vi";
import { text } from "@truong-an/mini-app/text/vi";
import { topicLabels } from "@truong-an/shared/text/bulletin-vi";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { seedBulletins } from "../demo/bulletins.ts";
import { bulletinTexts } from "../demo/text/bulletins-vi.ts";
import { setBulletin } from "../support/bulletin-rows.ts";
import { pilotSchool } from "../support/reporter.ts";
import type { Stage } from "../support/stage.ts";
import {
  barriers,
  type Chromium,
  inChromium,
  openChromium,
  type Visitor,
} from "./support/browser.ts";
import { openHouse } from "./support/house.ts";
import { keepPicture } from "./support/pictures.ts";

const { helmet, vaping } = bulletinTexts;

inChromium("reading bulletins", () => {
  let stage: Stage;
  let chromium: Chromium;
  let parent: Visitor;

  beforeAll(async () => {
    stage = await openHouse();
    await seedBulletins(stage.databaseUrl);
    chromium = await openChromium();
  });

  afterAll(async () => {
    await chromium?.close();
    await stage?.close();
  });

  afterEach(async () => {
    expect(parent.troubles).toEqual([]);
    await parent.leave();
  });

  test("a parent finds the newest for the school from the first page, reads one and comes back", async () => {
    parent = await chromium.visit([stage.url]);
    const { page } = parent;
    await page.goto(`${stage.url}/?school=${pilotSchool}`);
    await page.getByRole("link", { name: text.homePage.bulletins }).click();
    const cards = page.getByRole("list", { name: bulletinsText.list }).getByRole("link");
    await cards.first().waitFor();
    const titles = await cards.allTextContents();

    await cards.filter({ hasText: helmet.title }).click();
    await page.getByRole("heading", { level: 1, name: helmet.title }).waitFor();
    await page.getByText("Công an xã Nam Ban Lâm Hà").waitFor();
    await page.getByRole("heading", { level: 2, name: "Luật nói gì" }).waitFor();
    await page.getByRole("button", { name: text.back }).click();
    await cards.first().waitFor();

    expect(titles).toHaveLength(6);
    expect(titles[0]).toContain(bulletinTexts.letterBox.title);
    expect(await page.getByText(bulletinTexts.fire.title).count()).toBe(0);
  });

  test("one topic at a time, also when there is nothing yet", async () => {
    parent = await chromium.visit([stage.url]);
    const { page } = parent;
    await page.goto(`${stage.url}/?school=${pilotSchool}#/bulletins`);
    await page.getByText(helmet.title).waitFor();

    await page.getByLabel(bulletinsText.topic).selectOption(topicLabels.drugs);
    await page.getByText(helmet.title).waitFor({ state: "detached" });
    await page.getByText(vaping.title).waitFor();
    await page.getByLabel(bulletinsText.topic).selectOption(topicLabels.good_deeds);
    await page.getByText(bulletinsText.emptyTopic).waitFor();
    await page.getByRole("link", { name: bulletinsText.allTopics }).click();

    await page.getByText(helmet.title).waitFor();
  });

  test("a link to a bulletin opens it, in a browser that knows no school", async () => {
    parent = await chromium.visit([stage.url]);
    const id = await setBulletin(stage.database, { title: "Mời đọc", place: "other school" });
    const { page } = parent;

    await page.goto(`${stage.url}/?bulletin=${id}`);

    await page.getByRole("heading", { level: 1, name: "Mời đọc" }).waitFor();
  });

  test("without a school there is what is for everyone, and the way to choose one", async () => {
    parent = await chromium.visit([stage.url]);
    const { page } = parent;

    await page.goto(`${stage.url}/#/bulletins`);
    await page.getByText(vaping.title).waitFor();

    expect(await page.getByText(helmet.title).count()).toBe(0);
    await page.getByRole("link", { name: bulletinsText.chooseSchool }).click();
    await page.getByRole("heading", { name: text.schoolPage.title }).waitFor();
  });

  test("a link to what is not there says so, and leads on", async () => {
    parent = await chromium.visit([stage.url]);
    const { page } = parent;

    await page.goto(`${stage.url}/#/bulletin/00000000-0000-4000-8000-000000000000`);
    await page.getByText(bulletinsText.gone).waitFor();
    await page.getByRole("link", { name: bulletinsText.toList }).click();

    await page.getByText(vaping.title).waitFor();
  });

  test("a network that fails is said so, and trying again brings it", async () => {
    parent = await chromium.visit([stage.url]);
    const { page, context } = parent;
    await context.route("**/api/public/bulletins*", (route) => route.abort());
    await page.goto(`${stage.url}/#/bulletins`);
    await page.getByText(bulletinsText.failed).waitFor();
    await context.unroute("**/api/public/bulletins*");

    await page.getByRole("button", { name: text.tryAgain }).click();

    await page.getByText(vaping.title).waitFor();
  });

  test("more than one page is read on to the end", async () => {
    parent = await chromium.visit([stage.url]);
    const { page } = parent;
    for (let at = 0; at < 12; at += 1) {
      const publishedAt = Date.UTC(2025, 0, 1 + at);
      await setBulletin(stage.database, { title: `Luật ${at}`, topic: "law", publishedAt });
    }

    await page.goto(`${stage.url}/?school=${pilotSchool}#/bulletins/law`);
    await page.getByText("Luật 11").waitFor();
    await page.getByRole("button", { name: bulletinsText.more }).click();
    await page.getByText("Luật 0", { exact: true }).waitFor();

    const cards = page.getByRole("list", { name: bulletinsText.list }).getByRole("link");
    expect(await cards.count()).toBe(12);
    expect(await page.getByRole("button", { name: bulletinsText.more }).count()).toBe(0);
  });

  test("passing one on copies a link that opens it", async () => {
    const settings = { permissions: ["clipboard-read", "clipboard-write"] };
    parent = await chromium.visit([stage.url], { settings });
    await parent.context.addInitScript(() => Object.assign(navigator, { share: undefined }));
    const id = await setBulletin(stage.database, { title: "Gửi nhau" });
    const { page } = parent;
    await page.goto(`${stage.url}/?school=${pilotSchool}#/bulletin/${id}`);

    await page.getByRole("button", { name: bulletinsText.passOn }).click();
    await page.getByText(bulletinsText.copied).waitFor();

    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${stage.url}/?bulletin=${id}`);
  });

  test.each(["light", "dark"] as const)("everybody can read it, %s", async (colorScheme) => {
    parent = await chromium.visit([stage.url], { settings: { colorScheme } });
    const { page } = parent;
    const found: string[] = [];
    const look = async (screen: string) => {
      for (const barrier of await barriers(page)) found.push(`${screen}: ${barrier}`);
      await keepPicture(page, `bulletins-${screen}-${colorScheme}`);
    };

    await page.goto(`${stage.url}/?school=${pilotSchool}`);
    await page.getByRole("link", { name: text.homePage.bulletins }).waitFor();
    await look("home");
    await page.getByRole("link", { name: text.homePage.bulletins }).click();
    await page.getByText(helmet.title).waitFor();
    await look("list");
    await page.getByText(helmet.title).click();
    await page.getByRole("heading", { level: 1, name: helmet.title }).waitFor();
    await look("article");
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    await look("article-double");

    expect(found).toEqual([]);
    expect(width).toBeLessThanOrEqual(360);
  });
});
