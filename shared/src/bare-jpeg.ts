/**
 * The picture without anything beside it. Browsers add to what they draw: Chromium a colour
 * profile, Safari an EXIF block. Null when these bytes are no JPEG.
 */
export function bareJpeg(jpeg: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)];
  let at = 2;
  for (;;) {
    const marker = markerAt(jpeg, at);
    if (marker === null) return null;
    if (marker === startOfScan) return joined([...kept, jpeg.subarray(at)]);
    const end = at + 2 + twoBytes(jpeg, at + 2);
    if (isPartOfThePicture(marker)) kept.push(jpeg.subarray(at, end));
    at = end;
  }
}

/** Width and height as its frame says. Null when these bytes are no JPEG. */
export function sizeOfJpeg(
  jpeg: Uint8Array,
): { readonly width: number; readonly height: number } | null {
  let at = 2;
  for (;;) {
    const marker = markerAt(jpeg, at);
    if (marker === null || marker === startOfScan) return null;
    if (isFrame(marker)) {
      if (at + 9 > jpeg.length) return null;
      return { height: twoBytes(jpeg, at + 5), width: twoBytes(jpeg, at + 7) };
    }
    at += 2 + twoBytes(jpeg, at + 2);
  }
}

/** SOF0 to SOF15; among them stand three that are tables (DHT, JPG, DAC). */
function isFrame(marker: number): boolean {
  const isTable = marker === 0xc4 || marker === 0xc8 || marker === 0xcc;
  return marker >= 0xc0 && marker <= 0xcf && !isTable;
}

// ITU-T T.81, table B.1: APPn are 0xe0 to 0xef, a comment is 0xfe.
const startOfScan = 0xda;
const adobeColours = 0xee; // says how the colours are coded: decoders need it
const comment = 0xfe;

function isPartOfThePicture(marker: number): boolean {
  const isBeside = (marker > 0xe0 && marker <= 0xef) || marker === comment;
  return !isBeside || marker === adobeColours;
}

function markerAt(jpeg: Uint8Array, at: number): number | null {
  const isJpeg = twoBytes(jpeg, 0) === 0xffd8;
  const isWhole = at + 4 <= jpeg.length && jpeg[at] === 0xff;
  return isJpeg && isWhole ? (jpeg[at + 1] ?? null) : null;
}

function twoBytes(jpeg: Uint8Array, at: number): number {
  return ((jpeg[at] ?? 0) << 8) | (jpeg[at + 1] ?? 0);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
