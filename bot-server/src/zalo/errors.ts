/** Which of Zalo's services answered: each numbers its refusals in its own way. */
export type ZaloService = "oa" | "zns" | "bot" | "mini" | "graph" | "oauth";

/** Zalo answered and said no. The code is theirs; saying the same again will not help. */
export class ZaloRefused extends Error {
  override readonly name = "ZaloRefused";
  readonly code: number;
  readonly service: ZaloService;

  constructor(code: number, service: ZaloService = "oa") {
    super(`Zalo (${service}) refused with code ${code}`);
    this.code = code;
    this.service = service;
  }
}

export type NoAnswer =
  | "timeout"
  | "no-connection"
  | "server-error"
  | "unreadable" // an answer that is not Zalo's: an error page, an empty or a cut-off body
  | "busy"; // Zalo asks us to come back later, or will if we call now

/** Nothing usable came back. The call may still have been carried out: trying again later is right, and may repeat it. */
export class ZaloUnreachable extends Error {
  override readonly name = "ZaloUnreachable";
  readonly why: NoAnswer;
  /** When it is known how long the way stays closed; for `busy`, until the minute turns. */
  readonly retryAfterMs: number | undefined;

  constructor(why: NoAnswer, retryAfterMs?: number) {
    super(`Zalo gave no usable answer: ${why}`);
    this.why = why;
    this.retryAfterMs = retryAfterMs;
  }
}
