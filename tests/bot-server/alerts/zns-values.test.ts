import { fitsStored, valuesFor } from "@truong-an/bot-server/alerts/zns-values";
import { expect, test } from "vitest";

const consoleUrl = "https://truong-an.example.vn/console"; // 36 characters
const sayable = { consoleUrl, code: "0a1b2c3d", time: "12:00 30/11/2026" };
const gap = (name: string, maxLength: number) => {
  return { name, isRequired: true, type: "STRING", minLength: undefined, maxLength };
};

test("words give way to a short gap", () => {
  expect(valuesFor([gap("noi_dung", 6)], sayable)).toEqual({ noi_dung: "Có việ" });
});

test.each([
  ["a gap that holds it", 36, { link: consoleUrl }, true],
  ["a gap one character short", 35, undefined, false],
])("a link is whole or not at all: %s", (_gap, maxLength, values, fits) => {
  expect(valuesFor([gap("link", maxLength)], sayable)).toEqual(values);
  expect(fitsStored([gap("link", maxLength)], consoleUrl)).toBe(fits);
});
