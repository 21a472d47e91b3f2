import { type Bytes, toUtf8 } from "./bytes.ts";

/** Sizes that a sealed text can have before sealing, so that its length tells little. */
export const textBuckets = [1, 4, 16, 64].map(kibibytes);

/** Sizes that a photo can have before sealing. */
export const photoBuckets = [64, 128, 256, 512, 1024, 1152].map(kibibytes);

export type Padded =
  | { readonly kind: "padded"; readonly bytes: Bytes }
  | { readonly kind: "too-large"; readonly maxBytes: number };

/** The JSON in UTF-8, then spaces, which JSON readers ignore, up to the next bucket. */
export function padText(json: string): Padded {
  return padded(toUtf8(json), textBuckets, 0x20);
}

/** The JPEG, then zero bytes up to the next bucket; its true length travels in the sealed text. */
export function padPhoto(jpeg: Uint8Array): Padded {
  return padded(jpeg, photoBuckets, 0);
}

function padded(bytes: Uint8Array, buckets: readonly number[], filler: number): Padded {
  const size = buckets.find((bucket) => bytes.length <= bucket);
  if (size === undefined) return { kind: "too-large", maxBytes: Math.max(...buckets) };
  const filled = new Uint8Array(size).fill(filler, bytes.length);
  filled.set(bytes);
  return { kind: "padded", bytes: filled };
}

function kibibytes(count: number): number {
  return count * 1024;
}
