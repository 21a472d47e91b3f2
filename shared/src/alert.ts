import { z } from "zod";

export const Channel = z.enum(["oa-message", "zns", "bot", "email"]);
export type Channel = z.infer<typeof Channel>;

/** How one attempt on one channel ended. */
export type Delivery =
  | { readonly kind: "delivered" }
  // They will say no again: next channel. `everyone`: whoever it is about, the answer is the same.
  | { readonly kind: "refused"; readonly code: string; readonly scope: RefusalScope }
  // Nobody answered: next channel, and this one again later, not before what they asked for.
  | { readonly kind: "unreachable"; readonly code: string; readonly retryAfterMs?: number };

/** Whom a refusal is about: this person, this message, or everyone who would be written to. */
export type RefusalScope = "person" | "message" | "everyone";

/** How a channel's turn ended, as the history keeps it. */
export const TurnOutcome = z.enum(["delivered", "refused", "unreachable", "skipped"]);
export type TurnOutcome = z.infer<typeof TurnOutcome>;

const mark = "#nhan-";

/** What pressing "Tôi đã nhận" says to us, as the person's own message. */
export function acknowledgement(code: string): string {
  return `${mark}${code}`;
}

/** The code of the alert that a text acknowledges; undefined for any other text. */
export function acknowledgedAlert(text: string): string | undefined {
  return /^#nhan-([0-9a-f]{20})$/.exec(text.trim().toLowerCase())?.[1];
}

/** What the operator is told of. */
export const AlarmSubject = z.enum([
  ...Channel.options, // it fails for everyone
  "token", // the account's own
  "people", // whom nothing reaches
  "notices", // of the Mini App: nobody can be sent one
  "webhook", // Zalo's events carry a signature that is not the one of the settings
]);
export type AlarmSubject = z.infer<typeof AlarmSubject>;
