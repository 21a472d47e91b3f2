import { z } from "zod";
import type { ZaloEvent } from "./events.ts";

/** An order to send the next webhooks badly, or only those of one event. */
export const Trouble = z.strictObject({
  next: z.number().int().min(1).max(10_000),
  kind: z.enum([
    "repeat", // `times` more, right after the first
    "hold", // not before they are released, in the order of the release
    "wrong-signature",
    "unsigned",
    "numeric-timestamp",
    "lose", // never sent at all
  ]),
  times: z.number().int().min(1).max(100).optional(),
  event: z.string().optional(),
});
export type Trouble = z.infer<typeof Trouble>;

export type Troubles = {
  readonly add: (trouble: Trouble) => void;
  readonly take: (event: ZaloEvent) => Trouble | undefined;
  readonly reset: () => void;
};

export function createTroubles(): Troubles {
  let troubles: { readonly trouble: Trouble; left: number }[] = [];
  return {
    add: (trouble) => {
      troubles.push({ trouble, left: trouble.next });
    },
    take: ({ name }) => {
      const met = troubles.find(({ trouble }) => (trouble.event ?? name) === name);
      if (met === undefined) return undefined;
      met.left -= 1;
      troubles = troubles.filter(({ left }) => left > 0);
      return met.trouble;
    },
    reset: () => {
      troubles = [];
    },
  };
}
