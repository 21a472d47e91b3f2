import { createHmac, randomBytes } from "node:crypto";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../refusal.ts";
import type { AddressHash } from "./address.ts";
import type { Doors } from "./schemas.ts";

const minuteMs = 60_000;

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
  return { rateLimit: { max, timeWindow: minuteMs } };
}

/**
 * At most this many calls a minute to one door about the same thing, such as a receipt or an
 * account. Counted under a keyed hash, whose key this process alone has.
 */
export function perMinuteAbout(
  app: Doors,
  max: number,
  named: (request: FastifyRequest) => string | Buffer,
) {
  const key = randomBytes(32);
  const count = app.createRateLimit({
    max,
    timeWindow: minuteMs,
    keyGenerator: (request) => createHmac("sha256", key).update(named(request)).digest("base64url"),
  });
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    void reply.header("retry-after", counted.ttlInSeconds);
    throw new Refusal("too-many-requests");
  };
}
