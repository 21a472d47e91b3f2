import { isInZalo } from "@truong-an/mini-app/reporter/zalo";
import { expect, test } from "vitest";

test("it is Zalo only on Zalo's host and with Zalo's bridge", () => {
  expect(isInZalo({ location: { hostname: "h5.zdn.vn" }, ZaloJavaScriptInterface: {} })).toBe(true);
});

test.each([
  ["Zalo's host without its bridge", { location: { hostname: "h5.zdn.vn" } }],
  ["our own host", { location: { hostname: "truong-an.example" } }],
  ["this machine", { location: { hostname: "localhost" } }],
  [
    "another host that pretends to have the bridge",
    { location: { hostname: "example.org" }, ZaloJavaScriptInterface: {} },
  ],
])("%s is not Zalo", (_where, host) => {
  expect(isInZalo(host)).toBe(false);
});
