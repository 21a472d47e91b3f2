/** A picture of one grey dot (ITU-T T.81, baseline), without any metadata. */
const start = Buffer.from("ffd8", "hex");
const dot = Buffer.from(
  [
    `ffdb004300${"ff".repeat(64)}`, // quantisation
    "ffc0000b080001000101011100", // one by one, one component
    `ffc4001400${"01".padEnd(32, "0")}00`, // DC codes: "0" says no difference
    `ffc4001410${"01".padEnd(32, "0")}00`, // AC codes: "0" ends the block
    "ffda0008010100003f003f", // the scan: both codes, filled up with ones
    "ffd9",
  ].join(""),
  "hex",
);

/** The picture with words in its EXIF description, in its comment and behind its end. */
export function jpegWith(words: string): Uint8Array {
  const text = Buffer.from(words, "utf8");
  return Buffer.concat([start, segment(0xe1, exif(text)), segment(0xfe, text), dot, text]);
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xff00 | marker, 0);
  head.writeUInt16BE(content.length + 2, 2); // the length counts itself
  return Buffer.concat([head, content]);
}

/** A TIFF directory with one entry: ImageDescription (0x010e), ASCII, right behind it. */
function exif(text: Buffer): Buffer {
  const directory = Buffer.alloc(26);
  directory.write("MM\0*", 0, "latin1");
  directory.writeUInt32BE(8, 4);
  directory.writeUInt16BE(1, 8);
  directory.writeUInt16BE(0x010e, 10);
  directory.writeUInt16BE(2, 12);
  directory.writeUInt32BE(text.length, 14);
  directory.writeUInt32BE(26, 18);
  return Buffer.concat([Buffer.from("Exif\0\0", "latin1"), directory, text]);
}
