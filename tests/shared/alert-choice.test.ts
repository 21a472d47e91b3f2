import { Channel } from "@truong-an/shared/alert";
import {
  type ChannelStandings,
  chooseChannels,
  skipOf,
  type Way,
  windowOf,
} from "@truong-an/shared/alert-choice";
import { Level } from "@truong-an/shared/report";
import { type Instant, instant } from "@truong-an/shared/time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const noon = instant(Date.parse("2026-11-30T12:00:00+07:00"));
const inVietnam = (time: string) => instant(Date.parse(`2026-11-30T${time}:00+07:00`));
const hours = (count: number) => count * 3_600_000;

/** Everything is set up, linked and works. */
const allWell: ChannelStandings = {
  "oa-message": {
    isConfigured: true,
    isFailing: false,
    isTokenRefused: false,
    follows: true,
    lastInteractionAt: noon,
  },
  zns: {
    isConfigured: true,
    isFailing: false,
    isTokenRefused: false,
    isSentAtNight: false,
    remaining: 10,
    fits: true,
  },
  bot: { isConfigured: true, isFailing: false },
  email: { isConfigured: true, isFailing: false },
};

const way = (channel: Channel, position: number, urgentPosition: number | null = null): Way => ({
  channel,
  hasAddress: true,
  position,
  urgentPosition,
});
const four = [way("oa-message", 1), way("zns", 2), way("bot", 3), way("email", 4)];

const oa = (changes: Partial<ChannelStandings["oa-message"]>): ChannelStandings => ({
  ...allWell,
  "oa-message": { ...allWell["oa-message"], ...changes },
});
const zns = (changes: Partial<ChannelStandings["zns"]>): ChannelStandings => ({
  ...allWell,
  zns: { ...allWell.zns, ...changes },
});

describe("why a channel is left out", () => {
  test.each<[string, Channel, ChannelStandings, Instant, string | undefined, Instant | null]>([
    ["all is well", "oa-message", allWell, noon, undefined, null],
    [
      "no account is set up",
      "oa-message",
      oa({ isConfigured: false }),
      noon,
      "not-configured",
      null,
    ],
    [
      "Zalo takes no token",
      "oa-message",
      oa({ isTokenRefused: true }),
      noon,
      "token-refused",
      null,
    ],
    ["they no longer follow", "oa-message", oa({ follows: false }), noon, "unfollowed", null],
    [
      "a moment before seven days",
      "oa-message",
      oa({ lastInteractionAt: instant(noon - hours(7 * 24) + 1) }),
      noon,
      undefined,
      null,
    ],
    [
      "seven days without a word",
      "oa-message",
      oa({ lastInteractionAt: instant(noon - hours(7 * 24)) }),
      noon,
      "window-closed",
      null,
    ],
    [
      "it is not known when they wrote",
      "oa-message",
      oa({ lastInteractionAt: null }),
      noon,
      undefined,
      null,
    ],
    ["it fails for everyone", "oa-message", oa({ isFailing: true }), noon, "failing", null],
    ["at 21:59", "zns", allWell, inVietnam("21:59"), undefined, null],
    [
      "at 22:00",
      "zns",
      allWell,
      inVietnam("22:00"),
      "quiet-hours",
      instant(inVietnam("06:00") + hours(24)),
    ],
    ["at 05:59", "zns", allWell, inVietnam("05:59"), "quiet-hours", inVietnam("06:00")],
    ["at 06:00", "zns", allWell, inVietnam("06:00"), undefined, null],
    [
      "at night where it is sent",
      "zns",
      zns({ isSentAtNight: true }),
      inVietnam("23:00"),
      undefined,
      null,
    ],
    [
      "nothing is left today",
      "zns",
      zns({ remaining: 0 }),
      noon,
      "quota-gone",
      instant(inVietnam("00:00") + hours(24)),
    ],
    ["it is not known what is left", "zns", zns({ remaining: null }), noon, undefined, null],
    ["the template asks for more", "zns", zns({ fits: false }), noon, "template-unfit", null],
    [
      "the bot fails",
      "bot",
      { ...allWell, bot: { isConfigured: true, isFailing: true } },
      noon,
      "failing",
      null,
    ],
    [
      "no mail server",
      "email",
      { ...allWell, email: { isConfigured: false, isFailing: false } },
      noon,
      "not-configured",
      null,
    ],
  ])("%s: %s", (_story, channel, standings, now, why, until) => {
    const skip = skipOf({ channel, hasAddress: true }, standings, now);

    expect(skip?.why).toBe(why);
    expect(skip?.until ?? null).toBe(until);
  });

  test("a channel for which the member gave no address", () => {
    expect(skipOf({ channel: "bot", hasAddress: false }, allWell, noon)?.why).toBe("not-linked");
  });
});

describe("which channels are tried", () => {
  test("one at a time in the member's order, an emergency two at once", () => {
    const usual = chooseChannels(four, "high", allWell, noon);
    const loud = chooseChannels(four, "emergency", allWell, noon);

    expect(usual).toMatchObject({ channels: ["oa-message", "zns", "bot", "email"], atOnce: 1 });
    expect(loud).toMatchObject({ channels: ["oa-message", "zns", "bot", "email"], atOnce: 2 });
  });

  test("urgent levels go by their own order, the others by the usual one", () => {
    const ways = [way("email", 1, 2), way("oa-message", 2, 1)];

    expect(chooseChannels(ways, "emergency", allWell, noon).channels[0]).toBe("oa-message");
    expect(chooseChannels(ways, "high", allWell, noon).channels[0]).toBe("oa-message");
    expect(chooseChannels(ways, "normal", allWell, noon).channels[0]).toBe("email");
  });

  test("a closed window costs no attempt: the next ones are taken, and the reason is kept", () => {
    const standings = oa({ lastInteractionAt: instant(noon - hours(8 * 24)) });

    const choice = chooseChannels(four, "emergency", standings, noon);

    expect(choice.channels).toEqual(["zns", "bot", "email"]);
    expect(choice.skipped).toEqual([{ channel: "oa-message", why: "window-closed", until: null }]);
  });

  test("an emergency with one sure way also tries one that only seems to fail", () => {
    const ways = [way("oa-message", 1), way("email", 2)];

    const loud = chooseChannels(ways, "emergency", oa({ isFailing: true }), noon);
    const quiet = chooseChannels(ways, "normal", oa({ isFailing: true }), noon);

    expect(loud).toMatchObject({ channels: ["email", "oa-message"], skipped: [] });
    expect(quiet.channels).toEqual(["email"]);
  });

  test("when nothing can work by what is known, everything is tried all the same", () => {
    const ways = [way("zns", 1), way("oa-message", 2)];

    const choice = chooseChannels(ways, "normal", oa({ follows: false }), inVietnam("23:00"));

    expect(choice).toMatchObject({ channels: ["zns", "oa-message"], isBlind: true });
    expect(choice.skipped.map(({ why }) => why)).toEqual(["quiet-hours", "unfollowed"]);
  });
});

describe("for every member, level, moment and state of the world", () => {
  const common = { isConfigured: fc.boolean(), isFailing: fc.boolean() };
  const moment = fc.integer({ min: noon - hours(400), max: noon + hours(400) }).map(instant);
  const standings: fc.Arbitrary<ChannelStandings> = fc.record({
    "oa-message": fc.record({
      ...common,
      isTokenRefused: fc.boolean(),
      follows: fc.boolean(),
      lastInteractionAt: fc.option(moment),
    }),
    zns: fc.record({
      ...common,
      isTokenRefused: fc.boolean(),
      isSentAtNight: fc.boolean(),
      remaining: fc.option(fc.integer({ min: 0, max: 3 })),
      fits: fc.option(fc.boolean()),
    }),
    bot: fc.record(common),
    email: fc.record(common),
  });
  const ways = fc
    .uniqueArray(fc.constantFrom(...Channel.options), { minLength: 1 })
    .chain((channels) =>
      fc.tuple(
        ...channels.map((channel) =>
          fc.record({
            channel: fc.constant(channel),
            hasAddress: fc.constant(true),
            position: fc.integer({ min: 1, max: 9 }),
            urgentPosition: fc.option(fc.integer({ min: 1, max: 9 })),
          }),
        ),
      ),
    );
  const level = fc.constantFrom(...Level.options);

  test("there is always something to try, every channel is tried or left out with a reason, and none twice", () => {
    fc.assert(
      fc.property(ways, level, standings, moment, (given, urgency, standing, now) => {
        const { channels, skipped, isBlind } = chooseChannels(given, urgency, standing, now);
        const named = given.map(({ channel }) => channel).sort();
        const leftOut = skipped.map(({ channel }) => channel);
        const accounted = isBlind ? channels : [...channels, ...leftOut];

        expect(channels.length).toBeGreaterThan(0);
        expect([...accounted].sort()).toEqual(named);
        expect(skipped.every(({ why }) => why.length > 0)).toBe(true);
      }),
    );
  });

  test("an emergency has two whenever two can work, and a channel left out will be back only later", () => {
    fc.assert(
      fc.property(ways, standings, moment, (given, standing, now) => {
        const able = given.filter((one) => skipOf(one, standing, now) === undefined);
        const { channels, atOnce, skipped } = chooseChannels(given, "emergency", standing, now);

        expect(channels.length).toBeGreaterThanOrEqual(Math.min(atOnce, able.length));
        expect(skipped.every(({ until }) => until === null || until > now)).toBe(true);
      }),
    );
  });
});

test("a word to the account lets it answer free of charge for two days, and at all for seven", () => {
  expect(windowOf(noon)).toEqual({
    freeUntil: noon + hours(48),
    opensUntil: noon + hours(7 * 24),
  });
});
