import { chromium, type Page } from "playwright-core";
import { type Emit, figuresOf, loadAverage, median } from "./figure.ts";
import { type SealingTimes, timeSealing } from "./sealing-run.ts";
import { bundled, serve, slowdown, slowPage } from "./slow-page.ts";

const runs = 20;

/** Sealing a story to five desks and a receipt: on Node, and in a Chromium as slow as a cheap phone. */
export async function bench(emit: Emit): Promise<void> {
  const say = figuresOf("sealing", emit);
  say("load average before", loadAverage(), "processes");
  await timeSealing(3);
  report("Node", await timeSealing(runs));

  const path = process.env["CHROMIUM_PATH"];
  if (path === undefined) {
    say("Chromium", null, process.env["BROWSER_TESTS"] ?? "not measured: CHROMIUM_PATH is not set");
    return;
  }
  const { first, warm } = await inChromium(path);
  say(`Chromium, ${slowdown}× slower, first report on a fresh page`, median(first), "ms");
  report(`Chromium, ${slowdown}× slower`, warm);
  say("load average after", loadAverage(), "processes");

  function report(where: string, { sealing, receipt }: SealingTimes): void {
    say(`${where}, sealing with receipt, p50`, median(sealing), "ms");
    say(`${where}, receipt's Argon2id alone, p50`, median(receipt), "ms");
  }
}

/** A person seals once after opening the page, so its first run counts most. */
async function inChromium(executablePath: string) {
  const site = await serve(await bundled("sealing-page.ts"));
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const first: number[] = [];
    for (let visit = 0; visit < 5; visit += 1) {
      const page = await slowPage(browser, site.url, "timeSealing");
      first.push(...(await timed(page, 1)).sealing);
      await page.close();
    }
    const page = await slowPage(browser, site.url, "timeSealing");
    await timed(page, 2);
    return { first, warm: await timed(page, runs) };
  } finally {
    await browser.close();
    site.close();
  }
}

function timed(page: Page, count: number): Promise<SealingTimes> {
  return page.evaluate<SealingTimes>(`timeSealing(${count})`);
}
