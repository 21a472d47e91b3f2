import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const isCompiled = import.meta.url.endsWith(".js");
const simFolder = new URL("./", import.meta.url);

/** Where the files are that no compiler makes: styles. */
export const sourceFolder = isCompiled ? new URL("../../zalo-sim/", simFolder) : simFolder;

/**
 * One of our modules as a browser takes it: from the build when we run from the build; otherwise
 * translated from the source on the spot.
 */
export async function readPageModule(name: string): Promise<string> {
  if (isCompiled) return readFile(new URL(`${name}.js`, simFolder), "utf8");
  const source = await readFile(fileURLToPath(new URL(`${name}.ts`, simFolder)), "utf8");
  const { default: typescript } = await import("typescript");
  return typescript.transpileModule(source, {
    compilerOptions: {
      target: typescript.ScriptTarget.ES2022,
      module: typescript.ModuleKind.ES2022,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  }).outputText;
}
