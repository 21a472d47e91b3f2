import type { Page, Route } from "playwright-core";
import { defaults } from "../../zalo-sim/defaults.ts";
import { readPageModule } from "../../zalo-sim/page-module.ts";
import type { ZaloSim } from "../../zalo-sim/start.ts";
import type { Visitor } from "./browser.ts";

/** A page inside Zalo's own app: the bridge that the app puts into it, and Zalo's servers behind it. */

export const inZalo =
  "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36 Zalo android/25110123";

export const miniAppId = defaults.mini.appId;
const zaloServers = ["https://h5.zalo.me", "https://graph.zalo.me"] as const;

/** The origins that a page inside Zalo may call beside our own. */
export const zaloOrigins: readonly string[] = zaloServers;

/**
 * From now on this visitor's pages are inside the Zalo of one person of the simulator, with the
 * simulator answering for it. What the pages ask is then in `sim.host.asked()`.
 */
export async function enterZalo(
  { context }: Visitor,
  sim: ZaloSim,
  personId: string,
): Promise<void> {
  await context.exposeBinding(
    "askZaloHost",
    (_source, action: string, words: string) => sim.host.ask(personId, action, words) ?? null,
  );
  const ids = { appId: miniAppId, zaloAppId: defaults.app.id };
  const content = `(() => { window.zaloHost = ${JSON.stringify(ids)};\n${await bridgeScript()} })();`;
  await context.addInitScript({ content });
  await context.route("https://h5.zalo.me/zalo-host/storage", (route) => {
    const body = sim.host.storage.request(personId, route.request().postData() ?? "");
    return route.fulfill({ body, headers: anyOrigin });
  });
  for (const server of zaloServers) {
    await context.route(`${server}/{openapi,apis,apps,log,v2.0}/**`, (route) => pass(route, sim));
  }
}

/** Tells the page of something that happened in Zalo around it. */
export async function pushEvent(page: Page, id: string, name: string, data: object): Promise<void> {
  await page.evaluate(
    ([eventId, eventName, words]) => {
      Reflect.get(window, "zaloJSV2").zalo_h5_event_handler(eventId, eventName, words);
    },
    [id, name, JSON.stringify(data)] as const,
  );
}

const anyOrigin = { "access-control-allow-origin": "*" };

const carried: ReadonlySet<string> = new Set(["access_token", "authorization", "content-type"]);

/** A request that is still under way when its page closes ends with it. */
async function pass(route: Route, sim: ZaloSim): Promise<void> {
  const request = route.request();
  const { pathname, search } = new URL(request.url());
  const response = await fetch(`${sim.url}${pathname}${search}`, {
    method: request.method(),
    headers: Object.fromEntries(Object.entries(request.headers()).filter(([n]) => carried.has(n))),
    body: request.postData(),
  });
  const json = await response.json();
  await route.fulfill({ json, headers: anyOrigin }).catch(() => undefined);
}

/** The bridge as the plain script that Zalo would put in first. */
async function bridgeScript(): Promise<string> {
  return (await readPageModule("host/bridge")).replace(/^export \{\};$/m, "");
}
