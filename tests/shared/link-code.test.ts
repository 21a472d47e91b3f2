import { acknowledgedAlert, acknowledgement } from "@truong-an/shared/alert";
import { linkCodeOf, parseLinkCode, printLinkCode } from "@truong-an/shared/link-code";
import fc from "fast-check";
import { expect, test } from "vitest";

test("a code is read back however it is spaced and written", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (chance) => {
      const code = linkCodeOf(chance);

      expect(code).toMatch(/^LK[2-9A-HJ-NP-Z]{8}$/);
      expect(parseLinkCode(code)).toBe(code);
      expect(parseLinkCode(` ${printLinkCode(code).toLowerCase()}. `)).toBe(code);
    }),
  );
});

test("every character is as likely as any other", () => {
  const every = Array.from({ length: 32 }, (_, block) =>
    linkCodeOf(Uint8Array.from({ length: 8 }, (_each, place) => block * 8 + place)).slice(2),
  );

  const counts = new Map<string, number>();
  for (const one of every.join("")) counts.set(one, (counts.get(one) ?? 0) + 1);

  expect(counts.size).toBe(32);
  expect(new Set(counts.values())).toEqual(new Set([8]));
});

test.each(["LK", "LK7KQM2XP", "LK7KQM2XPDA", "LKIOQM2XPD", "LK1KQM2XPD", "em bị đánh", "1", ""])(
  "%j is no code",
  (words) => {
    expect(parseLinkCode(words)).toBeUndefined();
  },
);

test("an acknowledgement names its alert, and nothing else does", () => {
  const code = "0f01c5628761d839c878";

  expect(acknowledgedAlert(acknowledgement(code))).toBe(code);
  expect(acknowledgedAlert(` #NHAN-${code.toUpperCase()} `)).toBe(code);
  expect(acknowledgedAlert(`#nhan-${code}0`)).toBeUndefined();
  expect(acknowledgedAlert("#nhan-")).toBeUndefined();
  expect(acknowledgedAlert("tôi đã nhận")).toBeUndefined();
});
