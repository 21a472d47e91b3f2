import { z } from "zod";
import { parseJson, readText } from "./answer.ts";
import { ask, urlOf } from "./ask.ts";
import { ZaloUnreachable } from "./errors.ts";
import { Code, Count, optional } from "./wire.ts";

export type OauthSettings = {
  readonly oauthBaseUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly timeoutMs: number;
};

export type TokenPair = {
  readonly accessToken: string;
  /** Undefined: Zalo gave no new one, so the old one lives on. */
  readonly refreshToken: string | undefined;
  readonly lifeMs: number;
};

export type PairAnswer =
  | { readonly kind: "pair"; readonly pair: TokenPair }
  /** Zalo does not take this refresh token; an empty answer is how it may say that it was used before. */
  | { readonly kind: "refused"; readonly code: number | "empty" }
  | { readonly kind: "unreachable"; readonly why: ZaloUnreachable };

/** Trades a refresh token for the next pair. It may be used up even when no answer comes back. */
export async function askForPair(
  { oauthBaseUrl, appId, appSecret, timeoutMs }: OauthSettings,
  refreshToken: string,
): Promise<PairAnswer> {
  const form = { refresh_token: refreshToken, app_id: appId, grant_type: "refresh_token" };
  try {
    return await ask(
      {
        method: "POST",
        url: urlOf(oauthBaseUrl, "/v4/oa/access_token"),
        headers: { secret_key: appSecret },
        body: new URLSearchParams(form),
        timeoutMs,
      },
      readPair,
    );
  } catch (failure) {
    if (failure instanceof ZaloUnreachable) return { kind: "unreachable", why: failure };
    throw failure;
  }
}

const usualLifeSeconds = 90_000; // 25 hours

const Pair = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: optional(z.string().min(1)),
  expires_in: optional(Count),
});
const Refusal = z.looseObject({ error: Code });

async function readPair(response: Response): Promise<PairAnswer> {
  const text = await readText(response);
  if (response.ok && text.trim() === "") return { kind: "refused", code: "empty" };
  const answer = parseJson(text);
  const pair = Pair.safeParse(answer);
  if (pair.success) return { kind: "pair", pair: pairOf(pair.data) };
  const refusal = Refusal.safeParse(answer);
  if (refusal.success && refusal.data.error !== 0) {
    return { kind: "refused", code: refusal.data.error };
  }
  throw new ZaloUnreachable("unreadable");
}

function pairOf({ access_token, refresh_token, expires_in }: z.output<typeof Pair>): TokenPair {
  return {
    accessToken: access_token,
    refreshToken: refresh_token,
    lifeMs: (expires_in ?? usualLifeSeconds) * 1000,
  };
}
