import type { Page } from "playwright-core";
import { barriers } from "./browser.ts";
import { keepPicture } from "./pictures.ts";

/** What hurts on the screen in sight: barriers, and words that run out of it sideways. Keeps its picture. */
export async function troublesOn(page: Page, screen: string): Promise<readonly string[]> {
  const found = (await barriers(page)).map((barrier) => `${screen}: ${barrier}`);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  const { width: seen } = page.viewportSize() ?? { width: 0 };
  await keepPicture(page, `${screen}-${seen}`);
  return width > seen ? [...found, `${screen}: ${width} wide`] : found;
}
