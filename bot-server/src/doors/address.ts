import { createHmac, randomBytes } from "node:crypto";
import { isIPv6 } from "node:net";
import type { FastifyRequest } from "fastify";
import type { World } from "../world.ts";

const dayMs = 24 * 60 * 60 * 1000;

export type AddressHash = (request: FastifyRequest) => string;

/**
 * Turns an address into a counter's name by a keyed hash. The key lives in this process's memory
 * and changes every day: nobody can ask afterwards which address a counter belonged to.
 */
export function openAddressHash(world: World): AddressHash {
  let key = randomBytes(32);
  let day = Math.floor(world.now() / dayMs);
  return (request) => {
    const today = Math.floor(world.now() / dayMs);
    if (today !== day) {
      key = randomBytes(32);
      day = today;
    }
    return createHmac("sha256", key).update(networkOf(request.ip)).digest("base64url");
  };
}

/** Who has one IPv6 address has the 2^64 of its network: they count as one. IPv4 stays whole. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes(".")) return address;
  const [before = [], after = []] = address
    .split("::")
    .map((part) => part.split(":").filter(Boolean));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  return [...before, ...zeros, ...after].slice(0, 4).join(":");
}
