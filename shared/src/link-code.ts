/** Figures and letters that nobody takes for one another: 32 of them, so five bits each. */
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const mark = "LK";
const length = 8; // 40 bits, for a quarter of an hour

/** A code made of chance: each byte chooses one character without favour. */
export function linkCodeOf(chance: Uint8Array): string {
  if (chance.length < length) throw new RangeError(`a code takes ${length} bytes of chance`);
  const characters = [...chance.subarray(0, length)].map((byte) => alphabet.charAt(byte % 32));
  return `${mark}${characters.join("")}`;
}

/** As it is shown, easy to compare: "LK 7KQM 2XPD". */
export function printLinkCode(code: string): string {
  return `${code.slice(0, 2)} ${code.slice(2, 6)} ${code.slice(6)}`;
}

/** The code in what a person sent, however they spaced it; undefined when it is something else. */
export function parseLinkCode(text: string): string | undefined {
  const code = text.toUpperCase().replace(/[\s.-]/g, "");
  return /^LK[2-9A-HJ-NP-Z]{8}$/.test(code) ? code : undefined;
}
