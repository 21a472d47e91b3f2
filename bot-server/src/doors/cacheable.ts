import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * Lets caches keep this answer for a while, and answers 304 to whoever has it already. Only for what
 * is the same for everyone: all other answers are kept nowhere.
 */
export function cacheable(
  request: FastifyRequest,
  reply: FastifyReply,
  body: object,
  maxAgeSeconds: number,
): FastifyReply {
  const digest = createHash("sha256").update(JSON.stringify(body)).digest("base64url");
  const etag = `W/"${digest.slice(0, 22)}"`;
  void reply.header("etag", etag).header("cache-control", `public, max-age=${maxAgeSeconds}`);
  const known = (request.headers["if-none-match"] ?? "").split(",").map((tag) => tag.trim());
  return known.includes(etag) ? reply.status(304).send() : reply.send(body);
}
