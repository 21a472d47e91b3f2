import { text } from "@truong-an/mini-app/text/vi";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { pilotSchool } from "../support/reporter.ts";
import type { Stage } from "../support/stage.ts";
import { barriers, type Chromium, inChromium, openChromium } from "./support/browser.ts";
import { openHouse } from "./support/house.ts";
import { keepPicture } from "./support/pictures.ts";
import { codeOnPage } from "./support/pupil.ts";
import { tourConsole, tourPhones, tourReporter } from "./support/tour.ts";

inChromium("everybody can use it", () => {
  let stage: Stage;
  let chromium: Chromium;

  beforeAll(async () => {
    chromium = await openChromium();
  });

  afterAll(() => chromium?.close());

  beforeEach(async () => {
    stage = await openHouse();
  });

  afterEach(() => stage.close());

  test.each(["light", "dark"] as const)(
    "the Mini App has no barrier on any screen, %s",
    async (colorScheme) => {
      const pupil = await chromium.visit([stage.url], { settings: { colorScheme } });
      const found: string[] = [];

      await tourReporter(pupil, stage, async (page, screen) => {
        for (const barrier of await barriers(page)) found.push(`${screen}: ${barrier}`);
        for (const link of await page.evaluate(lowLinks)) found.push(`${screen}: low link ${link}`);
        await keepPicture(page, `${screen}-${colorScheme}`);
      });

      expect(found).toEqual([]);
      expect(pupil.troubles).toEqual([]);
    },
  );

  test.each(["light", "dark"] as const)(
    "the console has no barrier on any screen, %s",
    async (colorScheme) => {
      const as = { screen: "desk", settings: { colorScheme } } as const;
      const school = await chromium.visit([stage.url, stage.sim.url], as);
      const found: string[] = [];

      await tourConsole(school, stage, async (page, screen) => {
        for (const barrier of await barriers(page)) found.push(`${screen}: ${barrier}`);
        for (const link of await page.evaluate(lowLinks)) found.push(`${screen}: low link ${link}`);
        await keepPicture(page, `${screen}-${colorScheme}`);
      });

      expect(found).toEqual([]);
      expect(school.troubles).toEqual([]);
    },
  );

  test("the simulator's phones have no barrier on any screen", async () => {
    const anyone = await chromium.visit([stage.sim.url]);
    const found: string[] = [];

    await tourPhones(anyone, stage, async (page, screen) => {
      for (const barrier of await barriers(page)) found.push(`${screen}: ${barrier}`);
      await keepPicture(page, screen);
    });

    expect(found).toEqual([]);
    expect(anyone.troubles).toEqual([]);
  });

  test("text at twice its size needs no scrolling sideways on a narrow phone", async () => {
    const pupil = await chromium.visit([stage.url]);
    const school = await chromium.visit([stage.url, stage.sim.url]);
    const misfits: string[] = [];
    const look = async (page: Page, screen: string) => {
      const width = await widthAtDoubleText(page);
      for (const words of await page.evaluate(squeezedWords)) misfits.push(`${screen}: ${words}`);
      await keepPicture(page, `${screen}-double`);
      await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
      if (width > 360) misfits.push(`${screen}: ${width}`);
    };

    await tourReporter(pupil, stage, look);
    await tourConsole(school, stage, look);

    expect(misfits).toEqual([]);
  });

  test("a report can be sent with the keyboard alone", async () => {
    const pupil = await chromium.visit([stage.url]);
    const { page } = pupil;
    await page.goto(`${stage.url}/?school=${pilotSchool}`);
    await page.getByRole("link", { name: text.homePage.report }).waitFor();

    await reach(page, text.homePage.report);
    await page.keyboard.press("Enter");
    await answerByKeyboard(page, text.report.danger.question, text.report.danger.options.no.label);
    await answerByKeyboard(page, text.report.what.question, text.report.what.options.threat.label);
    await answerByKeyboard(page, text.report.who.question, text.report.who.options.peer.label);
    await answerByKeyboard(page, text.report.when.question, text.report.when.options.days.label);
    await reach(page, text.report.story.label);
    await page.keyboard.type("Bạn em bị dọa.");
    await reach(page, text.goOn);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: text.report.readers.question }).waitFor();
    await reach(page, text.report.readers.send);
    await page.keyboard.press("Enter");

    expect(await codeOnPage(page)).toMatch(/^\d{20}$/);
    expect(pupil.troubles).toEqual([]);
  });
});

/** Ticks the answer with the space bar, then goes on. Arrow keys walk among the answers of one question. */
async function answerByKeyboard(page: Page, question: string, label: string): Promise<void> {
  await page.getByRole("heading", { name: question }).waitFor();
  await reach(page, label);
  await page.keyboard.press("Space");
  await reach(page, text.goOn);
  await page.keyboard.press("Enter");
}

/** Walks with the keys until the focus is on what bears this name, and sees that the focus shows. */
async function reach(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    if ((await page.evaluate(nameInFocus)).startsWith(name)) return;
    const isRadio = await page.evaluate(
      () => document.activeElement?.getAttribute("type") === "radio",
    );
    await page.keyboard.press(isRadio && steps % 10 !== 9 ? "ArrowDown" : "Tab");
  }
  throw new Error(`the keyboard does not reach "${name}"`);
}

function nameInFocus(): string {
  const focused = document.activeElement;
  if (focused === null) return "";
  const label = focused instanceof HTMLInputElement ? focused.labels?.[0] : undefined;
  const area = focused instanceof HTMLTextAreaElement ? focused.labels?.[0] : undefined;
  return ((label ?? area ?? focused).textContent ?? "").trim();
}

/** Links that stand alone and are lower than a finger: within a sentence they are as high as the line. */
function lowLinks(): readonly string[] {
  const alone = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].filter((link) => {
    const around = [...(link.parentElement?.childNodes ?? [])];
    const text = around.filter((node) => node.nodeType === Node.TEXT_NODE);
    return text.every((node) => node.textContent?.trim() === "");
  });
  const low = alone.filter((link) => {
    const { height } = link.getBoundingClientRect();
    return height > 1 && height < 44;
  });
  return low.map((link) => (link.textContent ?? "").slice(0, 40));
}

function widthAtDoubleText(page: Page): Promise<number> {
  return page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
    return document.documentElement.scrollWidth;
  });
}

/** Words in a column so narrow that they stand one letter below the other. */
function squeezedWords(): readonly string[] {
  const seen = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) => {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const words = own
      .map((node) => node.textContent ?? "")
      .join("")
      .trim();
    const { width, height } = element.getBoundingClientRect();
    const isForReadersOnly = height <= 1;
    return words.length > 12 && height > 0 && width < 96 && !isForReadersOnly;
  });
  return seen.map((element) => (element.textContent ?? "").slice(0, 40));
}
