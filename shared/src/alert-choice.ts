import { z } from "zod";
import type { Channel } from "./alert.ts";
import type { Level } from "./report.ts";
import { type Instant, instant, toTheDay } from "./time.ts";

/** Why a channel is not tried now. */
export const SkipReason = z.enum([
  "not-configured", // this deployment does not have it
  "not-linked", // the member has given no address for it
  "token-refused", // Zalo takes no token of ours
  "failing", // it has failed for everyone lately
  "unfollowed",
  "window-closed", // seven days without a word to the account
  "quiet-hours",
  "quota-gone",
  "template-unfit", // the template asks for what we do not say
]);
export type SkipReason = z.infer<typeof SkipReason>;

/** One way to reach a person, and its place in the two orders. */
export type Way = {
  readonly channel: Channel;
  readonly hasAddress: boolean;
  readonly position: number;
  readonly urgentPosition: number | null; // null: as `position`
};

type Common = { readonly isConfigured: boolean; readonly isFailing: boolean };

/** What is known of each channel for one person, at this moment. */
export type ChannelStandings = {
  readonly "oa-message": Common & {
    readonly isTokenRefused: boolean;
    readonly follows: boolean;
    readonly lastInteractionAt: Instant | null; // null: not known, so it may work
  };
  readonly zns: Common & {
    readonly isTokenRefused: boolean;
    readonly isSentAtNight: boolean;
    readonly remaining: number | null; // null: not known
    readonly fits: boolean | null; // the template, with what we can say; null: not known
  };
  readonly bot: Common;
  readonly email: Common;
};

export type Skipped = {
  readonly channel: Channel;
  readonly why: SkipReason;
  /** When it may work again by the clock alone; null when somebody has to do something. */
  readonly until: Instant | null;
};

export type Choice = {
  /** In the order of trying; the first `atOnce` of them at the same time. */
  readonly channels: readonly Channel[];
  readonly atOnce: 1 | 2;
  readonly skipped: readonly Skipped[];
  /** By what is known nothing can work: everything is tried all the same, rather than nothing. */
  readonly isBlind: boolean;
};

/**
 * Which channels to try now, by what can work: a closed window or a quota that is gone costs no
 * attempt. An emergency rings two at once; where fewer than two can work, one that only seems to
 * be failing is tried as well. Never empty when there is any way at all.
 */
export function chooseChannels(
  ways: readonly Way[],
  level: Level,
  standings: ChannelStandings,
  now: Instant,
): Choice {
  const atOnce = level === "emergency" ? 2 : 1;
  const inOrder = ordered(ways, level);
  const judged = inOrder.map((way) => ({ way, skip: skipOf(way, standings, now) }));
  const working = judged.flatMap(({ way, skip }) => (skip === undefined ? [way.channel] : []));
  const skipped = judged.flatMap(({ skip }) => (skip === undefined ? [] : [skip]));
  if (working.length === 0) {
    const withAddress = inOrder.filter(({ hasAddress }) => hasAddress);
    return { channels: withAddress.map(channelOf), atOnce, skipped, isBlind: true };
  }
  if (working.length >= atOnce) return { channels: working, atOnce, skipped, isBlind: false };
  const maybeBack = skipped.filter(({ why }) => why === "failing").map(channelOf);
  return {
    channels: [...working, ...maybeBack],
    atOnce,
    skipped: skipped.filter(({ channel }) => !maybeBack.includes(channel)),
    isBlind: false,
  };
}

/** Why this channel cannot work now, or undefined when it can as far as is known. */
export function skipOf(
  { channel, hasAddress }: Pick<Way, "channel" | "hasAddress">,
  standings: ChannelStandings,
  now: Instant,
): Skipped | undefined {
  const skip = (why: SkipReason, until: Instant | null = null) => ({ channel, why, until });
  if (!standings[channel].isConfigured) return skip("not-configured");
  if (!hasAddress) return skip("not-linked");
  const own = reasonOf(channel, standings, now);
  if (own !== undefined) return skip(own.why, own.until);
  return standings[channel].isFailing ? skip("failing") : undefined;
}

/** How long the account may still write to somebody who last wrote at that moment. */
export function windowOf(lastInteractionAt: Instant): {
  readonly freeUntil: Instant;
  readonly opensUntil: Instant;
} {
  return {
    freeUntil: instant(lastInteractionAt + freeMs),
    opensUntil: instant(lastInteractionAt + windowMs),
  };
}

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
const freeMs = 48 * hourMs; // Zalo OA consultation messages: free for 48 hours after the last word
const windowMs = 7 * dayMs; // and allowed for 7 days, then refused with -230
const quietFrom = 22; // Zalo ZNS: nothing between 22:00 and 06:00, refused with -133
const quietUntil = 6;

type Reason = { readonly why: SkipReason; readonly until: Instant | null };

function reasonOf(channel: Channel, standings: ChannelStandings, now: Instant): Reason | undefined {
  switch (channel) {
    case "oa-message":
      return oaReason(standings["oa-message"], now);
    case "zns":
      return znsReason(standings.zns, now);
    case "bot":
    case "email":
      return undefined;
  }
}

function oaReason(oa: ChannelStandings["oa-message"], now: Instant): Reason | undefined {
  if (oa.isTokenRefused) return { why: "token-refused", until: null };
  if (!oa.follows) return { why: "unfollowed", until: null };
  const last = oa.lastInteractionAt;
  if (last !== null && windowOf(last).opensUntil <= now) {
    return { why: "window-closed", until: null };
  }
  return undefined;
}

function znsReason(zns: ChannelStandings["zns"], now: Instant): Reason | undefined {
  if (zns.isTokenRefused) return { why: "token-refused", until: null };
  if (zns.fits === false) return { why: "template-unfit", until: null };
  const midnight = toTheDay(now);
  if (zns.remaining !== null && zns.remaining <= 0) {
    return { why: "quota-gone", until: instant(midnight + dayMs) };
  }
  const hour = (now - midnight) / hourMs;
  if (zns.isSentAtNight || (hour >= quietUntil && hour < quietFrom)) return undefined;
  const morning = midnight + quietUntil * hourMs;
  return { why: "quiet-hours", until: instant(hour < quietUntil ? morning : morning + dayMs) };
}

function ordered(ways: readonly Way[], level: Level): readonly Way[] {
  const isUrgent = level === "emergency" || level === "high";
  const place = (way: Way) => (isUrgent ? (way.urgentPosition ?? way.position) : way.position);
  return [...ways].sort((one, other) => place(one) - place(other));
}

function channelOf({ channel }: { readonly channel: Channel }): Channel {
  return channel;
}
