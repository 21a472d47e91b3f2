import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { readPageModule, sourceFolder } from "../page-module.ts";

export type Asset = { readonly type: string; readonly content: string };

/** The page's own files, by the last part of their address; nothing else can be asked for. */
export async function readAsset(name: string): Promise<Asset | undefined> {
  if (styles.has(name)) return { type: "text/css", content: await readStyle(name) };
  if (name === "picture.svg") return { type: "image/svg+xml", content: samplePicture };
  if (name === "otpauth.js") return script(await readFile(libraryPath(), "utf8"));
  const module = /^(.+)\.js$/.exec(name)?.[1];
  return module !== undefined && modules.has(module)
    ? script(await readPageModule(module))
    : undefined;
}

const styles: ReadonlySet<string> = new Set(["page.css", "phone.css", "chat.css", "controls.css"]);

const modules: ReadonlySet<string> = new Set([
  "phone-view/browser/main",
  "phone-view/browser/acts",
  "phone-view/browser/ask",
  "phone-view/browser/authenticator",
  "phone-view/browser/chats",
  "phone-view/browser/controls",
  "phone-view/browser/fresh",
  "phone-view/browser/live",
  "phone-view/browser/people",
  "phone-view/browser/tabs",
  "phone-view/browser/unread",
  "phone-view/moments",
  "text/chat-vi",
  "text/controls-vi",
  "text/vi",
]);

/** What a person sends who sends a picture: a schoolyard. */
const samplePicture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200"><path fill="#bfe3ff" d="M0 0h320v140H0z"/><path fill="#8cc28a" d="M0 140h320v60H0z"/><path fill="#f2d8a7" d="M90 70h140v75H90z"/><path fill="#b5533c" d="m80 72 80-36 80 36z"/><path fill="#6b4a2f" d="M148 108h24v37h-24z"/><path fill="#fff" d="M104 88h26v20h-26zM190 88h26v20h-26z"/><path fill="#2f7d4f" d="M40 150c-20-10-20-50 6-54 26 4 26 44 6 54zM270 150c-20-10-20-50 6-54 26 4 26 44 6 54z"/></svg>`;

function script(content: string): Asset {
  return { type: "text/javascript", content };
}

function libraryPath(): string {
  return createRequire(import.meta.url).resolve("otpauth/dist/otpauth.esm.min.js");
}

async function readStyle(name: string): Promise<string> {
  return readFile(new URL(`phone-view/styles/${name}`, sourceFolder), "utf8");
}
