import { AxeBuilder } from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { describe } from "vitest";

const skipped = process.env["BROWSER_TESTS"]?.startsWith("skip:") ?? false;

/** Tests that need a browser; skipped, with the runner's reason, where there is none. */
export function inChromium(name: string, tests: () => void): void {
  describe.skipIf(skipped)(name, tests);
}

export type Chromium = {
  readonly visit: (origins: readonly string[], as?: Person) => Promise<Visitor>;
  readonly close: () => Promise<void>;
};

export type Person = {
  readonly screen?: "phone" | "desk";
  readonly settings?: BrowserContextOptions;
};

/** One person's browser profile, shared with nobody. */
export type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What no page of ours may do: break, call out of its house, be stopped by its content policy. */
  readonly troubles: readonly string[];
  readonly requests: readonly SeenRequest[];
  /** The browser's own questions, such as whether to leave a page; each is answered with yes. */
  readonly dialogs: readonly string[];
  readonly leave: () => Promise<void>;
};

export type SeenRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

const screens = { phone: { width: 360, height: 640 }, desk: { width: 1280, height: 800 } } as const;

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * A real Chromium without a window. `hosts` are other names for this machine; pages at the
 * `trusted` origins count as opened by https.
 */
export async function openChromium(
  hosts: readonly string[] = [],
  trusted: readonly string[] = [],
): Promise<Chromium> {
  const executablePath = process.env["CHROMIUM_PATH"];
  if (executablePath === undefined) throw new Error("CHROMIUM_PATH names no browser");
  const rules = hosts.map((host) => `MAP ${host} 127.0.0.1`).join(",");
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...flags,
      ...(hosts.length === 0 ? [] : [`--host-resolver-rules=${rules}`]),
      ...(trusted.length === 0
        ? []
        : [`--unsafely-treat-insecure-origin-as-secure=${trusted.join(",")}`]),
    ],
  });
  return {
    visit: (origins, as = {}) => openProfile(browser, origins, as),
    close: () => browser.close(),
  };
}

async function openProfile(
  browser: Browser,
  origins: readonly string[],
  { screen = "phone", settings = {} }: Person,
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: screens[screen],
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    reducedMotion: "reduce",
    ...settings,
  });
  await context.addInitScript(reportPolicyViolations);
  const troubles: string[] = [];
  const requests: SeenRequest[] = [];
  watch(context, origins, troubles);
  context.on("request", (request) => {
    requests.push({
      method: request.method(),
      url: request.url(),
      headers: request.headers(),
      body: request.postDataBuffer()?.toString() ?? "",
    });
  });
  const dialogs: string[] = [];
  context.on("dialog", (dialog) => {
    dialogs.push(dialog.type());
    void dialog.accept();
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  return { page, context, troubles, requests, dialogs, leave: () => context.close() };
}

function watch(context: BrowserContext, origins: readonly string[], troubles: string[]): void {
  context.on("weberror", (error) => {
    troubles.push(`page error: ${error.error().message}`);
  });
  context.on("console", (message) => {
    const isOurs = !browsersOwnWords.some((words) => message.text().startsWith(words));
    if (message.type() === "error" && isOurs) troubles.push(`console: ${message.text()}`);
  });
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!protocol.startsWith("http") || origins.includes(origin)) return;
    troubles.push(`a request to ${origin}`);
  });
  context.on("response", (response) => {
    const { pathname } = new URL(response.url());
    const isRefused = response.status() >= 400 && !pathname.startsWith("/api/");
    if (response.status() >= 500 || isRefused) troubles.push(`${response.status()} at ${pathname}`);
  });
}

const browsersOwnWords = [
  "Failed to load resource", // judged above, by its address and status
  "The Cross-Origin-Opener-Policy header has been ignored", // how a page without https begins
];

function reportPolicyViolations(): void {
  document.addEventListener("securitypolicyviolation", (event) => {
    console.error(`stopped by the content policy: ${event.effectiveDirective} ${event.blockedURI}`);
  });
}

const accessible = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What WCAG 2.2 AA finds wrong with the page as it stands, one line each. */
export async function barriers(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(accessible).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} at ${node.target.join(" ")}: ${node.failureSummary}`),
  );
}
