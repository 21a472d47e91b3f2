import { CannotOpen, openWith, sealTo } from "./age.ts";
import { padPhoto } from "./buckets.ts";
import { type Bytes, sha256Hex } from "./bytes.ts";
import { TooLargeToSeal } from "./sealed-json.ts";

/** A sealed photo and its name on the server: the hex SHA-256 of the sealed bytes. */
export type SealedPhoto = { readonly sha256: string; readonly sealed: Bytes };

/** How a story or message refers to a photo; `bytes` is the true length of the JPEG. */
export type PhotoReference = { readonly sha256: string; readonly bytes: number };

/**
 * Pads and seals each photo, in the order given: one after the other, because a cheap phone has
 * little memory. Throws `TooLargeToSeal`.
 */
export async function sealPhotos(
  recipient: string,
  jpegs: readonly Uint8Array[],
): Promise<readonly (PhotoReference & SealedPhoto)[]> {
  const photos: (PhotoReference & SealedPhoto)[] = [];
  for (const jpeg of jpegs) photos.push(await sealPhoto(recipient, jpeg));
  return photos;
}

/**
 * The JPEG as it was before padding. Refuses a sealed photo other than the one the story or
 * message names, even if it was sealed to the same report.
 */
export async function openPhoto(
  reportIdentity: string,
  reference: PhotoReference,
  sealed: Uint8Array,
): Promise<Bytes> {
  if (sha256Hex(sealed) !== reference.sha256) throw new CannotOpen("mismatch");
  const padded = await openWith(reportIdentity, sealed);
  if (reference.bytes > padded.length) throw new CannotOpen("mismatch");
  return padded.slice(0, reference.bytes);
}

async function sealPhoto(
  recipient: string,
  jpeg: Uint8Array,
): Promise<PhotoReference & SealedPhoto> {
  const padded = padPhoto(jpeg);
  if (padded.kind === "too-large") throw new TooLargeToSeal("photo");
  const sealed = await sealTo([recipient], padded.bytes);
  return { sha256: sha256Hex(sealed), bytes: jpeg.length, sealed };
}
