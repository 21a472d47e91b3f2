/** Zalo answered and said no. The code is theirs; saying the same again will not help. */
export class ZaloRefused extends Error {
  override readonly name = "ZaloRefused";
  readonly code: number;

  constructor(code: number) {
    super(`Zalo refused with code ${code}`);
    this.code = code;
  }
}

export type NoAnswer =
  | "timeout"
  | "no-connection"
  | "server-error"
  | "unreadable" // an answer that is not Zalo's: an error page, an empty or a cut-off body
  | "busy"; // Zalo asks us to come back later

/** Nothing usable came back. The call may still have been carried out: trying again later is right, and may repeat it. */
export class ZaloUnreachable extends Error {
  override readonly name = "ZaloUnreachable";
  readonly why: NoAnswer;

  constructor(why: NoAnswer) {
    super(`Zalo gave no usable answer: ${why}`);
    this.why = why;
  }
}

/** What an error code of the OA API asks of us. Any code not named here is a refusal. */
export function meaningOf(code: number): "accepted" | "refused" | "token-refused" | "try-later" {
  return meanings.get(code) ?? "refused";
}

// Codes: Zalo OA OpenAPI, table of error codes.
const meanings: ReadonlyMap<number, "accepted" | "token-refused" | "try-later"> = new Map([
  [0, "accepted"],
  [-32, "try-later"], // too many requests for the app or the OA
  [-200, "try-later"], // sending failed on their side
  [-216, "token-refused"], // access token invalid
  [-220, "token-refused"], // access token expired or removed
  [-124, "token-refused"], // the same, as the template message API says it
]);
