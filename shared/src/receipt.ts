declare const receiptDigits: unique symbol;

/** Twenty digits whose last is the check digit. Only `receiptFrom` and `parseReceipt` make one. */
export type ReceiptDigits = string & { readonly [receiptDigits]: true };

export type ParsedReceipt =
  | { readonly kind: "receipt"; readonly digits: ReceiptDigits }
  | { readonly kind: "not-digits" } // something other than digits, spaces, dots and dashes
  | { readonly kind: "too-short" }
  | { readonly kind: "too-long" }
  | { readonly kind: "mistyped" }; // twenty digits, but the check digit disagrees

/** The random digits of a receipt; the twentieth is computed. */
export const randomDigitsInReceipt = 19;

const digitsInReceipt = randomDigitsInReceipt + 1;

/** Adds the check digit. Nineteen ASCII digits only: anything else is a mistake of the caller. */
export function receiptFrom(nineteenDigits: string): ReceiptDigits {
  if (!/^[0-9]{19}$/.test(nineteenDigits)) throw new Error("a receipt starts from nineteen digits");
  return `${nineteenDigits}${checkDigitOf(nineteenDigits)}` as ReceiptDigits;
}

/**
 * Reads a receipt as people type or paste it: any grouping, with spaces, dots, dashes or full-width
 * digits. Every single wrong digit is noticed, and nearly every swap of two neighbours.
 */
export function parseReceipt(typed: string): ParsedReceipt {
  const digits = typed.replace(separators, "").replace(fullWidthDigits, asciiDigit);
  if (!/^[0-9]*$/.test(digits)) return { kind: "not-digits" };
  if (digits.length < digitsInReceipt) return { kind: "too-short" };
  if (digits.length > digitsInReceipt) return { kind: "too-long" };
  const receipt = receiptFrom(digits.slice(0, randomDigitsInReceipt));
  return receipt === digits ? { kind: "receipt", digits: receipt } : { kind: "mistyped" };
}

/** Five groups of four, as the receipt is shown and read aloud. */
export function printReceipt(digits: ReceiptDigits): string {
  return digits.replace(/[0-9]{4}(?=[0-9])/g, "$& ");
}

/** Spaces of every width, format characters left by copying, dots, and hyphens, dashes and minus signs. */
const separators = /[\s\p{Cf}\p{Pd}\u2212.·•。]/gu;

const fullWidthDigits = /[\uFF10-\uFF19]/g;

function asciiDigit(fullWidth: string): string {
  return fullWidth.normalize("NFKC");
}

/** ISO 7064 MOD 11,10, the hybrid system for decimal digits. */
function checkDigitOf(digits: string): number {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10;
}
