import { parseReceipt, printReceipt, receiptFrom } from "@truong-an/shared/receipt";
import fc from "fast-check";
import { expect, test } from "vitest";

const digit = fc.integer({ min: 0, max: 9 }).map(String);
const receipt = fc
  .array(digit, { minLength: 19, maxLength: 19 })
  .map((digits) => receiptFrom(digits.join("")));

function replacedAt(text: string, index: number, replacement: string): string {
  return text.slice(0, index) + replacement + text.slice(index + replacement.length);
}

test("the check digit is that of ISO 7064 MOD 11,10", () => {
  expect(receiptFrom("1234567890123456789")).toBe("12345678901234567895");
  expect(receiptFrom("0000000000000000000")).toBe("00000000000000000006");
});

test.each([
  ["", "nothing"],
  ["123456789012345678", "eighteen digits"],
  ["12345678901234567895", "twenty digits"],
  ["１234567890123456789", "a full-width digit"],
])("receiptFrom refuses %j: %s", (text) => {
  expect(() => receiptFrom(text)).toThrow("nineteen digits");
});

test("a receipt is printed in five groups of four", () => {
  const printed = printReceipt(receiptFrom("1234567890123456789"));

  expect(printed).toBe("1234 5678 9012 3456 7895");
});

test.each([
  ["12345678901234567895", "no grouping"],
  ["1234 5678 9012 3456 7895", "as printed"],
  ["  1234-5678-9012-3456-7895\n", "dashes and stray white space"],
  ["1234.5678.9012.3456.7895", "dots"],
  ["1234–5678—9012−3456‑7895", "en dash, em dash, minus sign, unbreakable hyphen"],
  ["1 2 34 567 89012 3456 7895", "uneven groups"],
  ["１２３４　５６７８　９０１２　３４５６　７８９５", "full-width digits and spaces"],
  ["\u200b1234\u00a05678\u202f9012\u2060 3456 7895\ufeff", "unbreakable and invisible characters"],
])("parseReceipt reads %j: %s", (typed) => {
  expect(parseReceipt(typed)).toEqual({ kind: "receipt", digits: "12345678901234567895" });
});

test.each([
  ["", "too-short"],
  [" - . ", "too-short"],
  ["1234 5678 9012 3456 789", "too-short"],
  ["1234 5678 9012 3456 7895 0", "too-long"],
  ["1234 5678 9012 3456 7896", "mistyped"],
  ["1234 5678 9012 3456 789O", "not-digits"],
  ["mã 1234 5678 9012 3456 7895", "not-digits"],
  ["1234 5678 9012 3456 789⁵", "not-digits"],
  ["1234 5678 9012 3456 ٧٨٩٥", "not-digits"],
  ["a", "not-digits"],
])("parseReceipt says of %j: %s", (typed, kind) => {
  expect(parseReceipt(typed)).toEqual({ kind });
});

test("every receipt is read back from its printed form", () => {
  fc.assert(
    fc.property(receipt, (digits) => {
      expect(parseReceipt(printReceipt(digits))).toEqual({ kind: "receipt", digits });
    }),
  );
});

test("every single wrong digit is noticed", () => {
  fc.assert(
    fc.property(
      receipt,
      fc.nat({ max: 19 }),
      fc.integer({ min: 1, max: 9 }),
      (digits, at, shift) => {
        const wrong = String((Number(digits[at]) + shift) % 10);

        expect(parseReceipt(replacedAt(digits, at, wrong))).toEqual({ kind: "mistyped" });
      },
    ),
    { numRuns: 1_000 },
  );
});

test("of all swaps of two neighbours, 880 in 900 are noticed", () => {
  // The first digit puts the calculation in each of its ten states; 90 pairs of unequal digits follow.
  const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const pairs = digits.flatMap((a) => digits.filter((b) => b !== a).map((b) => [a, b] as const));
  const outcomes = digits.flatMap((state) =>
    pairs.map(([a, b]) => {
      const right = receiptFrom(`${state}${a}${b}0000000000000000`);
      return parseReceipt(replacedAt(right, 1, `${b}${a}`)).kind;
    }),
  );

  expect(outcomes).toHaveLength(900);
  expect(outcomes.filter((kind) => kind === "mistyped")).toHaveLength(880);
});
