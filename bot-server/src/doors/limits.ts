import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { Refusal } from "../refusal.ts";
import type { AddressHash } from "./address.ts";

/**
 * Counters by a keyed hash of the address, per door. A door without a limit of its own has none:
 * sending a report is never refused for how many others share its address.
 */
export async function registerLimits(
  app: FastifyInstance,
  addressHash: AddressHash,
): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    keyGenerator: addressHash,
    errorResponseBuilder: () => new Refusal("too-many-requests"),
    addHeadersOnExceeding: {
      "x-ratelimit-limit": false,
      "x-ratelimit-remaining": false,
      "x-ratelimit-reset": false,
    },
  });
}

/** At most this many calls a minute from one address to this door. */
export function perMinute(max: number) {
  return { rateLimit: { max, timeWindow: 60_000 } };
}
