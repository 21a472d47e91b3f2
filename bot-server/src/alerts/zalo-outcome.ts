import type { Delivery } from "@truong-an/shared/alert";
import { scopeOf } from "../zalo/codes.ts";
import { ZaloRefused, ZaloUnreachable } from "../zalo/errors.ts";

/** How a call to Zalo ended, by Zalo's own code. */
export async function deliveryOf(call: () => Promise<unknown>): Promise<Delivery> {
  try {
    await call();
    return { kind: "delivered" };
  } catch (error) {
    if (error instanceof ZaloRefused) {
      return { kind: "refused", code: String(error.code), scope: scopeOf(error) };
    }
    if (error instanceof ZaloUnreachable) {
      const { why: code, retryAfterMs } = error;
      return { kind: "unreachable", code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
    }
    throw error;
  }
}
