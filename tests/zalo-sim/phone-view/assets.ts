import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

export type Asset = { readonly type: string; readonly content: string };

/** The page's own files, by the last part of their address; nothing else can be asked for. */
export async function readAsset(name: string): Promise<Asset | undefined> {
  if (name === "phone-view.css") return { type: "text/css", content: await readStyle() };
  if (name === "otpauth.js") return script(await readFile(libraryPath(), "utf8"));
  const module = /^(.+)\.js$/.exec(name)?.[1];
  return module !== undefined && modules.has(module) ? script(await readModule(module)) : undefined;
}

const modules: ReadonlySet<string> = new Set([
  "phone-view/browser/main",
  "phone-view/browser/authenticator",
  "phone-view/browser/live",
  "phone-view/browser/people",
  "phone-view/browser/tabs",
  "phone-view/browser/unread",
  "text/vi",
]);

const isCompiled = import.meta.url.endsWith(".js");
const simFolder = new URL("../", import.meta.url);

function script(content: string): Asset {
  return { type: "text/javascript", content };
}

function libraryPath(): string {
  return createRequire(import.meta.url).resolve("otpauth/dist/otpauth.esm.min.js");
}

async function readStyle(): Promise<string> {
  const sources = isCompiled ? new URL("../../zalo-sim/", simFolder) : simFolder;
  return readFile(new URL("phone-view/phone-view.css", sources), "utf8");
}

/** From the build when we run from the build; otherwise translated from the source on the spot. */
async function readModule(name: string): Promise<string> {
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
