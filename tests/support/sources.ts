import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export type Source = { readonly name: string; readonly code: string };

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** Every TypeScript file of a folder of this repository, by its name within that folder. */
export function sourcesIn(folder: string): readonly Source[] {
  const root = join(repository, folder);
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name, code: readFileSync(join(root, name), "utf8") }));
}
