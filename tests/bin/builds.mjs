import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runNode } from "./children.mjs";
import { programs, root, say } from "./place.mjs";

const stampPath = join(root, "mini-app/dist/.www-stamp");
const pagePath = join(root, "mini-app/www/index.html");
const demoKeyPath = join(root, "tests/demo/administrator-key.json");
const madeFolders = new Set(["node_modules", "dist", "www"]);

/** Everything that runs, with the pages trusting the key that DIRECTORY_KEY names. */
export async function buildAll() {
  await buildProject();
  await buildPages(process.env);
}

/** The same for the demonstration and the tests, whose published key stands in for a missing one. */
export async function buildDemo() {
  await buildProject();
  await buildPages(demoEnvironment());
}

/** The environment in which the pages trust the directory of the demonstration. */
export function demoEnvironment() {
  const { publicKey } = JSON.parse(readFileSync(demoKeyPath, "utf8"));
  return { ...process.env, DIRECTORY_KEY: process.env.DIRECTORY_KEY || publicKey };
}

/** Compiles the TypeScript that Node runs; the compiler knows what is out of date. */
export async function buildProject() {
  const code = await runNode(programs.tsc, ["-b", "shared", "bot-server", "tests"]);
  if (code !== 0) throw new Error("The TypeScript does not compile; the errors are above.");
}

/** Builds the Mini App and the console, only when something they are made of has changed. */
async function buildPages(env) {
  const stamp = stampOfPages(env);
  if (existsSync(pagePath) && existsSync(stampPath) && readFileSync(stampPath, "utf8") === stamp) {
    return;
  }
  say("Building the Mini App and the console …");
  const code = await runNode(programs.vite, ["build", "--logLevel", "warn"], {
    cwd: join(root, "mini-app"),
    env,
  });
  if (code !== 0) throw new Error("The Mini App could not be built; the errors are above.");
  mkdirSync(dirname(stampPath), { recursive: true });
  writeFileSync(stampPath, stamp);
}

function stampOfPages(env) {
  const hash = createHash("sha256");
  for (const name of ["DIRECTORY_KEY", "API_BASE"]) hash.update(`${name}=${env[name] ?? ""}\n`);
  const files = [...filesIn("mini-app"), ...filesIn("shared/src"), "pnpm-lock.yaml"];
  for (const path of files) hash.update(`\n${path}\n`).update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

function filesIn(folder) {
  const names = readdirSync(join(root, folder)).sort();
  return names
    .filter((name) => !madeFolders.has(name))
    .map((name) => `${folder}/${name}`)
    .flatMap((path) => (statSync(join(root, path)).isDirectory() ? filesIn(path) : [path]));
}
