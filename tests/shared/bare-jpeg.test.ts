import { bareJpeg, sizeOfJpeg } from "@truong-an/shared/bare-jpeg";
import { expect, test } from "vitest";
import { jpegWith } from "../support/jpeg.ts";

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

test("a picture says how large it is", () => {
  const wide = Buffer.from(jpegWith("").map((byte) => byte));
  const frame = wide.indexOf("ffc0", 0, "hex");
  wide.writeUInt16BE(720, frame + 5);
  wide.writeUInt16BE(1280, frame + 7);

  expect(sizeOfJpeg(wide)).toEqual({ width: 1280, height: 720 });
});

test.each([
  ["nothing", ""],
  ["a scan without a frame", "ffd8ffda0002ffd9"],
  ["a frame that was cut", "ffd8ffc0000b0800"],
])("%s has no size", (_what, hex) => {
  expect(sizeOfJpeg(Buffer.from(hex, "hex"))).toBeNull();
});
