import type { Chance } from "../chance.ts";

/** How a page learns who uses it: a code from the Zalo app, exchanged once, with its verifier, for tokens. */
export type SignIns = {
  readonly begin: (personId: string) => SignIn;
  readonly exchange: (code: string, verifier: string) => string | undefined;
  readonly refreshToken: (personId: string) => string;
  readonly refresh: (token: string) => string | undefined;
  readonly withJwt: (jwt: string) => string | undefined;
  readonly reset: () => void;
};

export type SignIn = { readonly code: string; readonly verifier: string; readonly jwt: string };

export function createSignIns(chance: Chance): SignIns {
  const codes = new Map<string, { personId: string; verifier: string }>();
  const refreshTokens = new Map<string, string>();
  const jwts = new Map<string, string>();
  return {
    begin: (personId) => {
      const [code, verifier, jwt] = [chance.hex(40), chance.hex(43), chance.hex(60)];
      codes.set(code, { personId, verifier });
      jwts.set(jwt, personId);
      return { code, verifier, jwt };
    },
    exchange: (code, verifier) => {
      const begun = codes.get(code);
      codes.delete(code);
      return begun?.verifier === verifier ? begun.personId : undefined;
    },
    refreshToken: (personId) => {
      const token = chance.hex(64);
      refreshTokens.set(token, personId);
      return token;
    },
    refresh: (token) => {
      const personId = refreshTokens.get(token);
      refreshTokens.delete(token);
      return personId;
    },
    withJwt: (jwt) => jwts.get(jwt),
    reset: () => {
      codes.clear();
      refreshTokens.clear();
      jwts.clear();
    },
  };
}
