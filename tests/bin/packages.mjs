import { createHash } from "node:crypto";
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { run } from "./children.mjs";
import { root, say } from "./place.mjs";

const deciding = [
  "pnpm-lock.yaml",
  "pnpm-workspace.yaml",
  "package.json",
  "shared/package.json",
  "bot-server/package.json",
  "mini-app/package.json",
  "tests/package.json",
];
const stampPath = join(root, "node_modules/.set-up-stamp");
// Of what a package manager tells its scripts, only how to reach the registry concerns the next one.
const reachesRegistry =
  /^npm_config_(registry|.*proxy|ca|cafile|strict_ssl|userconfig|globalconfig|cache|fetch_.*|.*offline|.*auth.*|\/\/.*|@.*)$/i;

/** Installs exactly what the lockfile names, unless that has been done on this machine. */
export async function installPackages() {
  const stamp = stampOf();
  if (readOrEmpty(stampPath) === stamp) return;
  say("Installing packages (this needs the npm registry, and happens once per change) …");
  const code = await runPnpm(["install", "--frozen-lockfile", "--config.ignore-scripts=false"]);
  if (code !== 0) {
    throw new Error(
      `Installing packages failed with code ${code}. Its own message is above. ` +
        "When the registry can be reached, run the same command again.",
    );
  }
  writeFileSync(stampPath, stamp);
}

async function runPnpm(args) {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const ways = [
    ["npx", ["--yes", packageManager, ...args]],
    ["pnpm", args],
    ["corepack", ["pnpm", ...args]],
  ];
  for (const [command, all] of ways) {
    try {
      return await run(command, all, { env: cleanEnvironment() });
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
  }
  throw new Error("Neither npx nor pnpm was found. Install Node.js together with npm.");
}

function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_|^NODE_ENV$|^INIT_CWD$/i.test(name) || reachesRegistry.test(name),
  );
  // CI: nobody is there to answer a question.
  const env = { ...Object.fromEntries(kept), CI: "true" };
  if (!mayWrite(homedir())) {
    env.HOME = join(root, ".data/home");
    mkdirSync(env.HOME, { recursive: true });
    delete env.npm_config_cache; // the script runner derived it from the home that cannot be used
  }
  return env;
}

function stampOf() {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`);
  for (const path of deciding) hash.update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

function mayWrite(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function readOrEmpty(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
