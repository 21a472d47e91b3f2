import type { Instant } from "@truong-an/shared/time";

/** The pair in use, as far as it may be told without its refresh token. */
export type HeldTokens = {
  readonly generation: number;
  readonly access: { readonly token: string; readonly expiresAt: Instant } | undefined;
  readonly renewedAt: Instant | undefined; // undefined: an operator's token that was not used yet
  /** Zalo has refused the refresh token. */
  readonly isRefused: boolean;
  /** How long nobody may ask for the next pair. */
  readonly waitMs: number;
};

type WithAccess = HeldTokens & { readonly access: NonNullable<HeldTokens["access"]> };

const lastingPart = 0.8; // 20 of 25 hours: five are left for an operator when something goes wrong

export function isGood(tokens: HeldTokens, now: Instant): tokens is WithAccess {
  return tokens.access !== undefined && tokens.access.expiresAt > now;
}

export function isDue({ access, renewedAt }: HeldTokens, now: Instant): boolean {
  if (access === undefined || renewedAt === undefined) return true;
  return now >= renewedAt + (access.expiresAt - renewedAt) * lastingPart;
}
