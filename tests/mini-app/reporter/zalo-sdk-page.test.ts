import { afterEach, beforeEach, expect, test, vi } from "vitest";

type Guard = typeof import("@truong-an/mini-app/reporter/zalo-sdk-page");
const reading = ["/", "/bulletins", "/bulletins/traffic?notices", "/bulletin/00000000"];

let page: EventTarget & { location: { hash: string; reload: () => void } };
let restarts = 0;
let guard: Guard;

/** A new page load, with the module's memory as empty as the page's. */
async function load(hash: string): Promise<void> {
  const reload = () => {
    restarts += 1;
  };
  const location = { hash: `#${hash}`, reload };
  page = Object.assign(new EventTarget(), { location });
  restarts = 0;
  vi.stubGlobal("window", page);
  vi.resetModules();
  guard = await import("@truong-an/mini-app/reporter/zalo-sdk-page");
  guard.watchPages();
}

/** What the page's other listeners hear of going there. */
function go(hash: string): "heard" | "unheard" {
  let heard: "heard" | "unheard" = "unheard";
  const listen = () => {
    heard = "heard";
  };
  page.addEventListener("hashchange", listen);
  page.location.hash = `#${hash}`;
  page.dispatchEvent(new Event("hashchange"));
  page.removeEventListener("hashchange", listen);
  return heard;
}

beforeEach(() => load("/"));
afterEach(() => vi.unstubAllGlobals());

test.each(reading)("where nothing but reading was open (%s) the SDK may come", async (hash) => {
  await load(hash);
  for (const next of reading) go(next);

  expect(guard.sdkDoor()).toBe("open");
  expect(guard.letSdkIn()).toBe(true);
});

test.each([
  "/report",
  "/report/story",
  "//report",
  "/receipt",
  "/thread",
  "/outbox",
  "/school",
  "/school?next=report",
  "/nowhere",
])("where %s has been open the SDK stays out, and a new start lets it in", async (hash) => {
  go(hash);
  go("/bulletins");

  expect(guard.sdkDoor()).toBe("after-restart");
  expect(guard.letSdkIn()).toBe(false);
  await load(hash);
  expect(guard.letSdkIn()).toBe(false);
  await load("/bulletins");
  expect(guard.letSdkIn()).toBe(true);
});

test("before the pages are watched the SDK stays out", async () => {
  vi.resetModules();
  guard = await import("@truong-an/mini-app/reporter/zalo-sdk-page");

  expect(guard.letSdkIn()).toBe(false);
});

test("once the SDK is here the next step starts the page anew, before anybody hears of it", () => {
  const before = go("/bulletins");
  guard.letSdkIn();

  expect([before, go("/report"), restarts]).toEqual(["heard", "unheard", 1]);
});

test("a report and the SDK: whichever comes first keeps the other out", async () => {
  const first = [guard.letSdkIn(), guard.letReportIn(), guard.letSdkIn()];
  await load("/");
  const second = [guard.letReportIn(), guard.letSdkIn(), guard.letReportIn()];

  expect(first).toEqual([true, false, true]);
  expect(second).toEqual([true, false, true]);
});

test("as long as something is unfinished the page does not ask for a new start", () => {
  let isUnfinished = true;
  guard.keepPageWhile(() => isUnfinished);
  const before = guard.sdkDoor();
  guard.letReportIn();
  const meanwhile = guard.sdkDoor();
  isUnfinished = false;

  expect([before, meanwhile, guard.sdkDoor()]).toEqual(["open", "shut", "after-restart"]);
});
