import { ZaloRefused, ZaloUnreachable } from "./errors.ts";
import { type HeldTokens, isDue, isGood } from "./held-tokens.ts";
import { openRenewal, type RenewalSettings } from "./token-renewal.ts";
import type { TokenRow } from "./token-row.ts";
import type { TokenSource } from "./tokens.ts";

export type StoredTokens = TokenSource & {
  /** Renews the tokens when four fifths of their life are over. To be called every minute. */
  readonly keepFresh: () => Promise<void>;
  /** Waits until a pair that Zalo has given is stored, however long the database is away. */
  readonly close: () => Promise<void>;
};

const trustedMs = 60_000; // how long this process goes by what it has read

/**
 * Tokens of the Official Account in the database, for every process, renewed by one at a time.
 * They begin with the operator's refresh token; one that was never given before takes over.
 */
export function openStoredTokens(
  row: TokenRow,
  { seed, ...settings }: RenewalSettings & { readonly seed: string },
): StoredTokens {
  const { now } = settings;
  const renewal = openRenewal(row, settings);
  const plant = onceItWorks(() => row.plant(seed));
  let known: { readonly tokens: HeldTokens; readonly until: number } | undefined;

  const load = async (): Promise<HeldTokens> => {
    await plant();
    const tokens = await row.load();
    known = { tokens, until: now() + trustedMs };
    return tokens;
  };

  /** As read at most a minute ago; as read last while the database is away. */
  const held = async (): Promise<HeldTokens> => {
    const last = known;
    if (last === undefined) return load();
    return now() < last.until ? last.tokens : load().catch(() => last.tokens);
  };

  const renew = async (from: HeldTokens): Promise<string> => {
    const token = await renewal.renew(from);
    known = undefined;
    return token;
  };

  return {
    current: async () => {
      const tokens = await held();
      return isGood(tokens, now()) ? tokens.access.token : renew(tokens);
    },
    refused: async (token) => {
      const tokens = await load();
      if (isGood(tokens, now()) && tokens.access.token !== token) return tokens.access.token;
      const isNew = tokens.renewedAt !== undefined && now() - tokens.renewedAt < trustedMs;
      if (isNew) return undefined; // another one would be refused as well
      return renew(tokens).catch((error: unknown) => {
        if (error instanceof ZaloRefused) return undefined;
        throw error;
      });
    },
    keepFresh: async () => {
      const tokens = await load();
      if (!isDue(tokens, now()) || tokens.waitMs > 0) return;
      await renew(tokens).catch((error: unknown) => {
        // What Zalo said is in the row and in the log already.
        if (!(error instanceof ZaloRefused || error instanceof ZaloUnreachable)) throw error;
      });
    },
    close: () => renewal.settled(),
  };
}

function onceItWorks(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work().catch((error: unknown) => {
      done = undefined;
      throw error;
    });
    return done;
  };
}
