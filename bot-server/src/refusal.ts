import type { RefusalCode } from "@truong-an/shared/api/refusal";

/** "You may not", "not now", "not found": an answer, not an accident. `extra` joins the body. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly extra: object;

  constructor(code: RefusalCode, extra: object = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.extra = extra;
  }
}

export function refuseUnless(isFine: boolean, code: RefusalCode): asserts isFine {
  if (!isFine) throw new Refusal(code);
}
