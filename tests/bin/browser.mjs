import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./children.mjs";
import { say } from "./place.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const applications = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
// The fonts cover every Vietnamese letter and the signs on the pages.
const debianPackages = ["chromium", "fonts-noto-core", "fonts-noto-color-emoji"];

/**
 * What tests that need a browser are told: CHROMIUM_PATH, or BROWSER_TESTS=skip:<reason>. Installs
 * Chromium where that can be done without asking anybody.
 */
export async function browserEnvironment() {
  if (process.env.BROWSER_TESTS?.startsWith("skip:")) return {};
  const found = findChromium();
  if (found !== undefined) return { CHROMIUM_PATH: found };
  const reason = await installChromium();
  const installed = findChromium();
  if (installed !== undefined) return { CHROMIUM_PATH: installed };
  return { BROWSER_TESTS: `skip:${reason}` };
}

function findChromium() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env.CHROMIUM_PATH ?? "", ...onPath, ...applications].find(mayRun);
}

async function installChromium() {
  const advice = "no Chromium was found; install one or set CHROMIUM_PATH";
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return advice;
  say("Installing Chromium for the browser tests …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = ["-q", "-o", "DPkg::Lock::Timeout=300"];
  try {
    const updated = await run("apt-get", [...options, "update"], { env });
    if (updated !== 0) return `${advice} (apt-get update failed)`;
    const install = ["install", "-y", "--no-install-recommends", ...debianPackages];
    const installed = await run("apt-get", [...options, ...install], { env });
    return installed === 0 ? advice : `${advice} (apt-get install failed)`;
  } catch {
    return `${advice} (there is no apt-get)`;
  }
}

function mayRun(path) {
  if (path === "") return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
