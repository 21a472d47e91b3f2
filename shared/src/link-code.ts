/** The code in what a person sent, however they spaced it; undefined when it is something else. */
export function parseLinkCode(text: string): string | undefined {
  const code = text.toUpperCase().replace(/[\s.-]/g, "");
  return /^LK[2-9A-HJ-NP-Z]{8}$/.test(code) ? code : undefined;
}
