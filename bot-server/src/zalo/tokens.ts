/** Where access tokens for the Official Account come from. */
export type TokenSource = {
  readonly current: () => Promise<string>;
  /** Says that Zalo no longer takes this token; gives another one to try, if there is one. */
  readonly refused: (token: string) => Promise<string | undefined>;
};

/** One token given by the operator. When Zalo refuses it, only the operator can give another. */
export function staticToken(accessToken: string): TokenSource {
  return {
    current: async () => accessToken,
    refused: async () => undefined,
  };
}
