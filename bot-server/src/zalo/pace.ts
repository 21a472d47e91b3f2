import { ZaloUnreachable } from "./errors.ts";

/** Alerts and chat may use every call of a minute; what can wait leaves some for them. */
export type Lane = "urgent" | "bulk";

/** How many calls of this minute are left, as far as Zalo has told this process. */
export type Pace = {
  /** Throws ZaloUnreachable("busy"), with the time until the minute turns, when this call must not go now. */
  readonly enter: (lane: Lane) => void;
  /** Learns from the headers of an answer. */
  readonly heard: (headers: Headers) => void;
  /** Zalo said that the minute's calls are used up. */
  readonly exhausted: () => ZaloUnreachable;
};

const reserve = 0.2; // the part of a minute's calls that bulk leaves to alerts and chat
const minuteMs = 60_000;

/**
 * Keeps within Zalo's rate limit by its own headers, X-RateLimit-Limit and X-RateLimit-Remain.
 * Nothing is shared between processes: each hears in its own answers what the others have used.
 */
export function openPace(now: () => number): Pace {
  let minute = -1;
  let limit = Number.POSITIVE_INFINITY;
  let remain = Number.POSITIVE_INFINITY;

  const turn = (): void => {
    const current = Math.floor(now() / minuteMs);
    if (current === minute) return;
    minute = current;
    remain = Number.POSITIVE_INFINITY; // unknown until the first answer of the minute
  };
  const untilTurn = (): number => minuteMs - (now() % minuteMs);

  return {
    enter: (lane) => {
      turn();
      const kept = lane === "bulk" && Number.isFinite(limit) ? limit * reserve : 0;
      if (remain <= kept) throw new ZaloUnreachable("busy", untilTurn());
      remain -= 1;
    },
    heard: (headers) => {
      turn();
      limit = numberIn(headers, "x-ratelimit-limit") ?? limit;
      remain = Math.min(remain, numberIn(headers, "x-ratelimit-remain") ?? remain); // answers may overtake each other
    },
    exhausted: () => {
      turn();
      remain = 0;
      return new ZaloUnreachable("busy", untilTurn());
    },
  };
}

function numberIn(headers: Headers, name: string): number | undefined {
  const text = headers.get(name) ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
