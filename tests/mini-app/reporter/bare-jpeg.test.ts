import { bareJpeg } from "@truong-an/mini-app/reporter/bare-jpeg";
import { expect, test } from "vitest";
import { jpegWith } from "../../support/jpeg.ts";

test("what is written beside a picture is taken out, and the picture stays", () => {
  const words = "11.83 N 108.35 E";

  const bare = Buffer.from(bareJpeg(jpegWith(words)) ?? []);

  expect(bare.subarray(0, bare.indexOf("ffda", 0, "hex")).includes(words)).toBe(false);
  expect(bare.subarray(0, 4).toString("hex")).toBe("ffd8ffdb");
  expect(bare.includes(Buffer.from("ffc0000b080001000101011100", "hex"))).toBe(true);
});

test("the mark that says how the colours are coded stays", () => {
  const adobe = "ffee000e41646f626500640000000001";
  const jpeg = Buffer.from(`ffd8${adobe}ffe10004abcdffda0002ffd9`, "hex");

  expect(Buffer.from(bareJpeg(jpeg) ?? []).toString("hex")).toBe(`ffd8${adobe}ffda0002ffd9`);
});

test.each([
  ["nothing", ""],
  ["a PNG", "89504e470d0a1a0a0000000d49484452"],
  ["a JPEG that was cut", "ffd8ffe10040abcd"],
])("%s is no picture", (_what, hex) => {
  expect(bareJpeg(Buffer.from(hex, "hex"))).toBeNull();
});
