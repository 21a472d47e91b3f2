import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";

/** How much slower than this machine the page's processor is: about a cheap phone of the last years. */
export const slowdown = 6;

/** A file of this folder, bundled by what builds the Mini App: its code, its late chunks left apart. */
export async function bundled(name: string): Promise<string> {
  const compiled = import.meta.url.includes("/dist/");
  const entry = new URL(compiled ? `../../bench/${name}` : `./${name}`, import.meta.url);
  const built = await build({
    configFile: false,
    logLevel: "error",
    resolve: { conditions: ["source", "browser", "module", "import", "default"] },
    build: {
      write: false,
      target: "es2020",
      lib: { entry: fileURLToPath(entry), formats: ["es"] },
    },
  });
  const [output] = [built].flat();
  const chunk = output !== undefined && "output" in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error("the bench's page was not built");
  return chunk.code;
}

/** A page with that script, from this machine: WebCrypto works on HTTPS and on loopback only. */
export async function serve(script: string): Promise<{ url: string; close: () => void }> {
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

/** A new page that has offered this function, from now on as slow as a cheap phone. */
export async function slowPage(browser: Browser, url: string, offers: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(`typeof ${offers} === "function"`);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  return page;
}
