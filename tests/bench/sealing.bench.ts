import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { build } from "vite";
import { type Emit, figuresOf, loadAverage, median } from "./figure.ts";
import { type SealingTimes, timeSealing } from "./sealing-run.ts";

const runs = 20;
const slowdown = 6; // about a cheap phone of the last years

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
  const site = await serve(await pageScript());
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const first: number[] = [];
    for (let visit = 0; visit < 5; visit += 1) {
      const page = await slowPage(await browser.newPage(), site.url);
      first.push(...(await timed(page, 1)).sealing);
      await page.close();
    }
    const page = await slowPage(await browser.newPage(), site.url);
    await timed(page, 2);
    return { first, warm: await timed(page, runs) };
  } finally {
    await browser.close();
    site.close();
  }
}

async function slowPage(page: Page, url: string): Promise<Page> {
  await page.goto(url);
  await page.waitForFunction("typeof timeSealing === 'function'");
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  return page;
}

function timed(page: Page, count: number): Promise<SealingTimes> {
  return page.evaluate<SealingTimes>(`timeSealing(${count})`);
}

/** The sealing of `shared`, bundled by what builds the Mini App. */
async function pageScript(): Promise<string> {
  const source = import.meta.url.includes("/dist/")
    ? "../../bench/sealing-page.ts"
    : "./sealing-page.ts";
  const built = await build({
    configFile: false,
    logLevel: "error",
    resolve: { conditions: ["source", "browser", "module", "import", "default"] },
    build: {
      write: false,
      target: "es2020",
      lib: {
        entry: fileURLToPath(new URL(source, import.meta.url)),
        formats: ["es"],
      },
    },
  });
  const [output] = [built].flat();
  const chunk = output !== undefined && "output" in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error("the bench's page was not built");
  return chunk.code;
}

/** From this machine, because WebCrypto works on HTTPS and on loopback only. */
async function serve(script: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(
      isScript ? script : '<!doctype html><script type="module" src="page.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
