import { CannotOpen, openWith, sealTo } from "./age.ts";
import { padText } from "./buckets.ts";
import { type Bytes, fromUtf8, toUtf8 } from "./bytes.ts";

/** A text or photo beyond the largest bucket. Holds no content. */
export class TooLargeToSeal extends Error {
  override readonly name = "TooLargeToSeal";
  readonly part: "text" | "photo";

  constructor(part: "text" | "photo") {
    super(`too large to seal: ${part}`);
    this.part = part;
  }
}

/** For values whose length says nothing (keys and ids): sealed as they are. */
export function sealJson(recipient: string, value: object): Promise<Bytes> {
  return sealTo([recipient], toUtf8(JSON.stringify(value)));
}

/** For people's words: padded to a size bucket, then sealed. Throws `TooLargeToSeal`. */
export function sealPaddedJson(recipients: readonly string[], value: object): Promise<Bytes> {
  const padded = padText(JSON.stringify(value));
  if (padded.kind === "too-large") throw new TooLargeToSeal("text");
  return sealTo(recipients, padded.bytes);
}

/** The parsed JSON, unchecked: whoever asked knows its schema. `CannotOpen` if there is none. */
export async function openJson(identity: string, sealed: Uint8Array): Promise<unknown> {
  const json = await openText(identity, sealed);
  try {
    return JSON.parse(json);
  } catch {
    // The parser's own message repeats a piece of the text.
    throw new CannotOpen("unreadable");
  }
}

/** What was sealed, as text. `CannotOpen` if it is none. */
export async function openText(identity: string, sealed: Uint8Array): Promise<string> {
  const bytes = await openWith(identity, sealed);
  try {
    return fromUtf8(bytes);
  } catch {
    throw new CannotOpen("unreadable");
  }
}
