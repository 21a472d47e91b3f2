// The one runner behind every script of the root package.json. It needs Node alone: it fetches the
// packages and builds what is out of date before it does what was asked.
import { endWithScriptRunner } from "./ancestors.mjs";
import { buildAll, buildDemo, buildProject } from "./builds.mjs";
import { check } from "./check.mjs";
import { installPackages } from "./packages.mjs";
import { say } from "./place.mjs";
import { bench, dev, migrate, start } from "./programs.mjs";
import { predict, score, scoreChat, train, trainChat } from "./readers.mjs";
import { refuseGaps, routes } from "./routes.mjs";
import { closeUnstarted, test } from "./test.mjs";

const commands = {
  start: async () => {
    await buildDemo();
    await start();
  },
  dev: async () => {
    await buildProject();
    await dev();
  },
  check,
  test: async (names) => {
    await buildDemo();
    await test(names);
  },
  build: async () => {
    await buildAll();
    await refuseGaps();
  },
  bench: async (names) => {
    await buildDemo();
    await bench(names);
  },
  triage: async () => {
    await buildProject();
    await predict();
  },
  "triage:score": async ([path]) => {
    await buildProject();
    await score(path);
  },
  "triage:train": async () => {
    await buildProject();
    await train();
  },
  "chat:score": async ([path]) => {
    await buildProject();
    await scoreChat(path);
  },
  "chat:train": async () => {
    await buildProject();
    await trainChat();
  },
  routes: async (args) => {
    await buildProject();
    await routes(args);
  },
  migrate: async () => {
    await buildProject();
    await migrate();
  },
};

const [, , name = "", ...rest] = process.argv;
endWithScriptRunner();
try {
  refuseOldNode();
  if (!Object.hasOwn(commands, name)) {
    throw new Error(
      `There is no command "${name}". There are: ${Object.keys(commands).join(", ")}.`,
    );
  }
  await installPackages();
  await commands[name](rest);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  if (error instanceof Error && error.cause !== undefined) say(String(error.cause));
  if (name === "test") closeUnstarted();
  process.exit(1);
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`This needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  }
}
