import { randomBytes } from "node:crypto";
import { foldVietnamese } from "@truong-an/shared/text/fold";

/** Where something may have come to rest, and what lies there. */
export type Place = { readonly where: string; readonly bytes: Buffer };

/** A sentence that occurs nowhere else. Whatever holds it, or a piece of it, has kept words. */
export type Canary = { readonly text: string; readonly pieces: readonly string[] };

export function newCanary(): Canary {
  const token = randomBytes(7).toString("hex");
  const words = "Hoàng yến kêu dưới hầm mỏ sâu";
  return { text: `${words} ${token}`, pieces: [words, token] };
}

/** Every place that holds a piece of the canary in any of its spellings: `where (spelling)`. */
export function placesWith(canary: Canary, places: readonly Place[]): readonly string[] {
  const spellings = canary.pieces.flatMap((piece) => [...spellingsOf(piece)]);
  return places.flatMap(({ where, bytes }) => {
    const found = spellings.filter(([, spelt]) => bytes.includes(spelt)).map(([name]) => name);
    return found.length === 0 ? [] : [`${where} (${[...new Set(found)].join(", ")})`];
  });
}

/** A text in every way in which programs write it down, as bytes. */
export function spellingsOf(text: string): ReadonlyMap<string, Buffer> {
  const letters = {
    composed: text.normalize("NFC"),
    decomposed: text.normalize("NFD"),
    "lower case": text.normalize("NFC").toLowerCase(),
    "upper case": text.normalize("NFC").toUpperCase(),
    "without marks": foldVietnamese(text),
  };
  const spellings = new Map<string, Buffer>();
  for (const [letterName, spelt] of Object.entries(letters)) {
    for (const [name, written] of Object.entries(writingsOf(spelt))) {
      spellings.set(`${letterName}, ${name}`, written);
    }
  }
  return spellings;
}

function writingsOf(text: string): Record<string, Buffer> {
  const utf8 = Buffer.from(text, "utf8");
  const hex = utf8.toString("hex");
  const url = encodeURIComponent(text);
  const everyByte = hex.replace(/../g, "%$&");
  const quoted = [...utf8].map((byte) => quotedPrintable(byte)).join("");
  const jsonEscaped = escapedUnlessAscii(text);
  const ascii = {
    hex,
    "hex in capitals": hex.toUpperCase(),
    "URL-encoded": url,
    "URL-encoded in small letters": url.replace(/%../g, (code) => code.toLowerCase()),
    "URL-encoded form": url.replaceAll("%20", "+"),
    "URL-encoded whole": everyByte,
    "JSON-escaped": jsonEscaped,
    "JSON-escaped in capitals": jsonEscaped.replace(/\\u(....)/g, (_all, code: string) => {
      return `\\u${code.toUpperCase()}`;
    }),
    "JSON-escaped twice": jsonEscaped.replaceAll("\\", "\\\\"),
    "quoted-printable": quoted,
    ...base64sOf(utf8),
  };
  return {
    "UTF-8": utf8,
    "UTF-8 read as Latin-1": Buffer.from(utf8.toString("latin1"), "utf8"),
    "UTF-16": Buffer.from(text, "utf16le"),
    "UTF-16 swapped": Buffer.from(text, "utf16le").swap16(),
    ...Object.fromEntries(
      Object.entries(ascii).map(([name, written]) => [name, Buffer.from(written, "latin1")]),
    ),
  };
}

/** The characters that stand for these bytes alone, wherever in the encoded bytes they begin. */
function base64sOf(bytes: Buffer): Record<string, string> {
  const shifted = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
    const own = encoded.slice(shift === 0 ? 0 : shift + 1).replace(/.=+$/, "");
    return [`base64 from ${shift}`, own] as const;
  });
  const urlSafe = shifted.map(
    ([name, own]) => [`${name}, URL-safe`, own.replaceAll("+", "-").replaceAll("/", "_")] as const,
  );
  return Object.fromEntries([...shifted, ...urlSafe]);
}

function escapedUnlessAscii(text: string): string {
  return [...Array(text.length).keys()]
    .map((index) => {
      const code = text.charCodeAt(index);
      return code < 0x80 ? text.charAt(index) : `\\u${code.toString(16).padStart(4, "0")}`;
    })
    .join("");
}

function quotedPrintable(byte: number): string {
  const isPlain = byte >= 0x20 && byte < 0x7f && byte !== 0x3d;
  const code = byte.toString(16).toUpperCase().padStart(2, "0");
  return isPlain ? String.fromCharCode(byte) : `=${code}`;
}
