/** How long until the next body hears. Whole minutes, rounded down: never more than there is. */
export type TimeLeft =
  | { readonly kind: "none" } // taken or closed: nobody else will be told
  | { readonly kind: "left"; readonly minutes: number }
  | { readonly kind: "overdue"; readonly minutes: number };

export function timeLeft(acknowledgeBy: number | null, now: number): TimeLeft {
  if (acknowledgeBy === null) return { kind: "none" };
  const milliseconds = acknowledgeBy - now;
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  return milliseconds > 0 ? { kind: "left", minutes } : { kind: "overdue", minutes };
}
