import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { endWithReader, root, say } from "./place.mjs";

/** Who hears of what in every school of the directory; ends with 1 when a promise is broken. */
export async function routes(args) {
  endWithReader();
  const { routes: list } = await built();
  if (!(await list(args))) process.exitCode = 1;
}

/** Ends with 1, and says why, when the rules break a promise in the demonstration's directory. */
export async function refuseGaps() {
  say("── who hears of what");
  const { routes: list } = await built();
  const noSettings = {}; // the directory of the demonstration, whatever database is named
  if (await list(["--gaps"], noSettings)) return;
  say('The check "who hears of what" failed.');
  process.exit(1);
}

function built() {
  return import(pathToFileURL(join(root, "tests/dist/routes/routes.js")).href);
}
