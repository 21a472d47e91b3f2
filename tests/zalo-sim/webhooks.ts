import { z } from "zod";
import type { SimClock } from "./clock.ts";
import type { ZaloEvent } from "./events.ts";
import { createTroubles, type Trouble } from "./troubles.ts";
import { type Letter, type Outcome, post, type Sending } from "./webhook-post.ts";

/** Where events go. What is left out is not sent, or is taken from the simulator's own settings. */
export const Destinations = z.strictObject({
  url: z.url(),
  secret: z.string().min(1).optional(),
  appId: z.string().optional(),
  oaId: z.string().optional(),
  idFirst: z.enum(["app", "oa"]).optional(),
  timestamp: z.enum(["string", "number"]).optional(),
  bareHex: z.boolean().optional(),
  deadlineMs: z.number().int().positive().optional(),
  /** How many times faster than the real time retries come due without the clock being advanced. */
  retrySpeed: z.number().positive().optional(),
  mini: z.strictObject({ url: z.url() }).optional(),
  bot: z.strictObject({ url: z.url(), secret: z.string().min(8).max(256) }).optional(),
});
export type Destinations = z.infer<typeof Destinations>;

export type Delivery = {
  readonly event: ZaloEvent;
  readonly attempts: readonly { readonly at: number; readonly outcome: Outcome }[];
  readonly state: "waiting" | "delivered" | "given-up";
};

export type Webhooks = {
  readonly deliver: (event: ZaloEvent) => void;
  readonly trouble: (trouble: Trouble) => void;
  /** Sends what was held, as it came or the other way round. */
  readonly release: (order?: "same" | "reverse") => void;
  readonly deliveries: () => readonly Delivery[];
  /** Off after the last retry has failed: nothing is sent until somebody enables it again. */
  readonly isOn: () => boolean;
  readonly enable: () => void;
  /** Nothing is under way any more (what waits for a retry is not under way). */
  readonly settled: () => Promise<void>;
  /** On again, with no order to misbehave; what waits for a retry still does. */
  readonly calm: () => void;
  readonly reset: () => void;
};

const minute = 60_000;
/** From one attempt to the next. */
const ladder = [30_000, 5 * minute, 15 * minute, 30 * minute, 60 * minute] as const;
const keptDeliveries = 2_000;

type Open = { -readonly [Field in keyof Delivery]: Delivery[Field] } & {
  readonly letter: Letter;
  dueAt: number | undefined;
  timer: NodeJS.Timeout | undefined;
};

export function createWebhooks(clock: SimClock, sending: () => Sending): Webhooks {
  const troubles = createTroubles();
  let deliveries: Open[] = [];
  let held: Letter[] = [];
  let isOn = true;
  let queue: Promise<void> = Promise.resolve();

  const attempt = async (delivery: Open): Promise<void> => {
    clearTimeout(delivery.timer);
    delivery.dueAt = undefined;
    const numRetry = delivery.attempts.length;
    const outcome = await post(sending(), delivery.letter, numRetry);
    delivery.attempts = [...delivery.attempts, { at: clock.now(), outcome }];
    if (outcome === 200) {
      delivery.state = "delivered";
      return;
    }
    const wait = delivery.event.door === "oa" ? ladder[numRetry] : undefined;
    if (wait !== undefined) {
      waitFor(delivery, wait);
      return;
    }
    delivery.state = "given-up";
    if (delivery.event.door === "oa") isOn = false;
  };
  const waitFor = (delivery: Open, wait: number) => {
    delivery.dueAt = clock.now() + wait;
    const again = () => enqueue(delivery);
    delivery.timer = setTimeout(again, wait / sending().retrySpeed).unref();
  };
  const enqueue = (delivery: Open) => {
    clearTimeout(delivery.timer);
    delivery.dueAt = undefined;
    queue = queue.then(() => (isOn ? attempt(delivery) : undefined));
  };
  const sendLetter = (letter: Letter) => {
    const { event } = letter;
    const fresh = { event, letter, attempts: [], dueAt: undefined, timer: undefined };
    const delivery: Open = { ...fresh, state: "waiting" };
    deliveries = [...deliveries.slice(-(keptDeliveries - 1)), delivery];
    enqueue(delivery);
  };
  clock.watch(() => {
    const now = clock.now();
    for (const delivery of deliveries) {
      if (delivery.dueAt !== undefined && delivery.dueAt <= now) enqueue(delivery);
    }
  });

  return {
    deliver: (event) => {
      if (!isOn || sending().urlFor(event) === undefined) return;
      const met = troubles.take(event);
      const letter = { event, trouble: met?.kind };
      if (met?.kind === "lose") return;
      if (met?.kind === "hold") {
        held.push({ event, trouble: undefined });
        return;
      }
      const copies = met?.kind === "repeat" ? 1 + (met.times ?? 1) : 1;
      for (let copy = 0; copy < copies; copy += 1) sendLetter(letter);
    },
    trouble: troubles.add,
    release: (order = "same") => {
      const letters = order === "same" ? held : held.toReversed();
      held = [];
      for (const letter of letters) sendLetter(letter);
    },
    deliveries: () => deliveries.map(({ event, attempts, state }) => ({ event, attempts, state })),
    isOn: () => isOn,
    enable: () => {
      isOn = true;
    },
    settled: async () => {
      for (let seen: unknown; seen !== queue; ) {
        seen = queue;
        await queue;
      }
    },
    calm: () => {
      isOn = true;
      troubles.reset();
    },
    reset: () => {
      for (const { timer } of deliveries) clearTimeout(timer);
      deliveries = [];
      held = [];
      isOn = true;
      troubles.reset();
    },
  };
}
