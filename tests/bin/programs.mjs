import { fork } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { browserEnvironment } from "./browser.mjs";
import { demoEnvironment } from "./builds.mjs";
import { root, say } from "./place.mjs";

const benchFolder = join(root, "tests/bench");

/** The whole story on this machine, in this very process: signals reach it directly. */
export async function start() {
  const demo = await built("tests/dist/demo/start.js");
  await demo.start();
}

/** The same server, and beside it the pages straight from their sources, reloaded as they change. */
export async function dev() {
  await start();
  fork(join(root, "tests/bin/pages.mjs"), { env: demoEnvironment() });
}

/** Brings the database that DATABASE_URL names up to date. */
export async function migrate() {
  const url = process.env.DATABASE_URL ?? "";
  if (url === "") throw new Error("Set DATABASE_URL to the database that should be migrated.");
  const { migrate: run } = await built("bot-server/dist/db/migrate.js");
  await run({ url, log: { info: say } });
}

/** Runs the benches, or those named, and prints each figure as one line of JSON. */
export async function bench(names) {
  const all = existsSync(benchFolder)
    ? readdirSync(benchFolder)
        .filter((name) => name.endsWith(".bench.ts"))
        .map((name) => name.slice(0, -".bench.ts".length))
        .sort()
    : [];
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    throw new Error(`No such bench: ${unknown.join(", ")}. There are: ${all.join(", ")}.`);
  }
  if (all.length === 0) throw new Error("There is no bench in tests/bench.");
  Object.assign(process.env, await browserEnvironment());
  for (const name of names.length > 0 ? names : all) {
    say(`── ${name}`);
    const { bench: measure } = await built(`tests/dist/bench/${name}.bench.js`);
    await measure((figure) => process.stdout.write(`${JSON.stringify(figure)}\n`));
  }
}

function built(path) {
  return import(pathToFileURL(join(root, path)).href);
}
