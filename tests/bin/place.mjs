import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Programs that the packages bring; each is run by this very Node. */
export const programs = {
  tsc: join(root, "node_modules/typescript/bin/tsc"),
  biome: join(root, "node_modules/@biomejs/biome/bin/biome"),
  depcruise: join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
  knip: join(root, "node_modules/knip/bin/knip.js"),
  vitest: join(root, "tests/node_modules/vitest/vitest.mjs"),
  vite: join(root, "mini-app/node_modules/vite/bin/vite.js"),
};

/** Tells the person what is going on. Standard output belongs to what was asked for. */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

/** Whoever reads our standard output, `head` say, may stop before the end: then we end too. */
export function endWithReader() {
  process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? 0 : 1));
}
