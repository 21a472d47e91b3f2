import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Sim } from "./sim.ts";

/** A refusal as a value: Zalo's code and its words. */
export type Problem = readonly [code: number, message: string];

/** Success and refusal both come with HTTP 200; only the envelope tells. */
export function oaSuccess(sim: Sim, data: Readonly<Record<string, unknown>> | readonly unknown[]) {
  const inner = Array.isArray(data) ? data : sim.chance.withUnknownFields({ ...data });
  return sim.chance.withUnknownFields({ data: inner, error: 0, message: "Success" });
}

export function oaRefusal(error: number, message: string) {
  return { error, message };
}

/** What every call of the OA API passes first: the rate limit, then the bare `access_token` header (never Bearer). */
export function guardOaApi(oa: FastifyInstance, sim: Sim): void {
  const beyondLimit = new WeakSet<FastifyRequest>();

  oa.addHook("onRequest", async (request: FastifyRequest, reply: FastifyReply) => {
    const rate = sim.rateLimit.count(sim.clock.now());
    reply.header("X-RateLimit-Limit", rate.limit).header("X-RateLimit-Remain", rate.remain);
    if (rate.isOver) beyondLimit.add(request);
  });
  oa.addHook("preHandler", async (request: FastifyRequest, reply: FastifyReply) => {
    if (beyondLimit.has(request)) return reply.send(oaRefusal(-32, "Rate limit exceeded"));

    switch (sim.tokens.state(String(request.headers["access_token"] ?? ""))) {
      case "good":
        return undefined;
      case "expired":
        return reply.send(oaRefusal(-220, "Access token has expired"));
      case "unknown":
        return reply.send(oaRefusal(-216, "Access token is invalid"));
    }
  });
}
