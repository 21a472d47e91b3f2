import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const folder = fileURLToPath(new URL("../../../.screenshots/", import.meta.url));

/**
 * Keeps a picture of the screen for people to look at, and one of the whole page where it is
 * longer, when SCREENSHOTS is set: `SCREENSHOTS=1 npm test tests/browser/accessible`.
 */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (process.env["SCREENSHOTS"] === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}${name}.png` });
  const { height } = page.viewportSize() ?? { height: 0 };
  const isLonger = await page.evaluate(
    (visible) => document.documentElement.scrollHeight > visible,
    height,
  );
  if (isLonger) await page.screenshot({ path: `${folder}${name}-whole.png`, fullPage: true });
}
