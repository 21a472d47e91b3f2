import { meaningOf, scopeOf } from "@truong-an/bot-server/zalo/codes";
import { expect, test } from "vitest";

test.each([
  ["oa", 0, "accepted"],
  ["oa", -216, "token-refused"],
  ["oa", -220, "token-refused"],
  ["zns", -124, "token-refused"],
  ["zns", -216, "token-refused"],
  ["oa", -32, "try-later"],
  ["oa", -200, "try-later"],
  ["zns", -100, "try-later"],
  ["oa", -100, "refused"], // the same number: there an attachment has expired
  ["mini", -103, "try-later"],
  ["mini", -124, "refused"],
  ["bot", 429, "try-later"],
  ["bot", 401, "refused"],
  ["oauth", -14_014, "refused"],
  ["oa", -999_999, "refused"],
] as const)("of %s, %i means %s", (service, code, meaning) => {
  expect(meaningOf(service, code)).toBe(meaning);
});

test.each([
  ["someone who does not follow us", "oa", -213, "person"],
  ["someone who has been silent for a week", "oa", -230, "person"],
  ["a group whose asset has lapsed", "oa", -237, "person"],
  ["a token that nobody could renew", "oa", -220, "everyone"],
  ["an app that is switched off", "oa", -219, "everyone"],
  ["a quota that is used up", "oa", -211, "everyone"],
  ["a package that is too small", "oa", -224, "everyone"],
  ["a text that is too long", "oa", -210, "message"],
  ["an attachment that has expired", "oa", -100, "message"],
  ["a number without Zalo", "zns", -118, "person"],
  ["a template that was never approved", "zns", -131, "everyone"],
  ["an account without money", "zns", -137, "everyone"],
  ["the night", "zns", -133, "message"],
  ["a value that is too long", "zns", -1121, "message"],
  ["a Bot whose token is wrong", "bot", 401, "everyone"],
  ["somebody who did not ask for notices", "mini", -111, "person"],
  ["an address that is not on the list", "mini", -113, "everyone"],
  ["a session that has ended", "graph", 452, "person"],
  ["a refresh token that was used before", "oauth", -14_014, "everyone"],
  ["what nobody has documented", "oa", -777, "message"],
] as const)("%s (%s %i) is about: %s", (_what, service, code, scope) => {
  expect(scopeOf({ service, code })).toBe(scope);
});
