import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { Endpoint, type Subject, subjectOf } from "./endpoints.ts";
import type { Sim } from "./sim.ts";

/** An order to fail: the next `next` calls to Zalo, or only those it names, go wrong in this way. */
export const FailureOrder = z.strictObject({
  next: z.number().int().min(1).max(100_000),
  kind: z.enum([
    "refuse",
    "timeout",
    "http500",
    "html502",
    "empty",
    "slow", // the right answer, `ms` late
    "answer-then-drop", // the work is done, the answer never arrives
    "no-refresh-token", // tokens only: the answer lacks one, so the old one lives on
  ]),
  /** For `refuse`. Zalo has been seen to send codes as strings, so both are allowed. */
  code: z.union([z.number().int(), z.string()]).optional(),
  ms: z.number().int().min(0).max(600_000).optional(),
  at: Endpoint.optional(),
  userId: z.string().optional(),
  groupId: z.string().optional(),
});
export type FailureOrder = z.infer<typeof FailureOrder>;

export type Failures = {
  readonly add: (order: FailureOrder) => void;
  /** The failure that this call meets, if any; counted as used. */
  readonly take: (subject: Subject) => FailureOrder | undefined;
  readonly reset: () => void;
};

export function createFailures(): Failures {
  let orders: { readonly order: FailureOrder; left: number }[] = [];
  return {
    add: (order) => {
      orders.push({ order, left: order.next });
    },
    take: (subject) => {
      const met = orders.find(({ order }) => isMeant(order, subject));
      if (met === undefined) return undefined;
      met.left -= 1;
      orders = orders.filter((one) => one.left > 0);
      return met.order;
    },
    reset: () => {
      orders = [];
    },
  };
}

/** Makes every call in this scope meet the failures that were ordered. */
export function meetFailures(zalo: FastifyInstance, sim: Sim): void {
  const twisted = new WeakMap<FastifyRequest, FailureOrder["kind"]>();

  zalo.addHook("preHandler", async (request, reply) => {
    sim.requests.record(request, sim.clock.now());
    const subject = subjectOf(request, sim.people);
    const order = sim.failures.take(subject);
    if (order === undefined) return undefined;
    twisted.set(request, order.kind);
    return fail(reply, order, subject.endpoint);
  });
  zalo.addHook("onSend", async (request, _reply, payload) => {
    const kind = twisted.get(request);
    if (kind === "answer-then-drop") request.raw.socket.destroy();
    if (kind !== "no-refresh-token") return payload;
    sim.tokens.revive(String((request.body as { refresh_token?: unknown }).refresh_token));
    return withoutRefreshToken(payload);
  });
}

function isMeant(order: FailureOrder, { endpoint, userId, groupId }: Subject): boolean {
  return (
    (order.at === undefined || order.at === endpoint) &&
    (order.userId === undefined || order.userId === userId) &&
    (order.groupId === undefined || order.groupId === groupId)
  );
}

/** Answers (or keeps silent) as the order says; nothing when the call shall go on. */
async function fail(
  reply: FastifyReply,
  order: FailureOrder,
  endpoint: Endpoint | undefined,
): Promise<FastifyReply | undefined> {
  switch (order.kind) {
    case "refuse":
      return reply.send(refusalBody(order.code ?? -200, endpoint));
    case "timeout":
      reply.hijack(); // the connection stays open without a word until the caller gives up
      return reply;
    case "http500":
      return reply.code(500).send({ error: -200, message: "Internal Server Error" });
    case "html502":
      return reply.code(502).type("text/html").send("<html><h1>502 Bad Gateway</h1></html>");
    case "empty":
      return reply.type("application/json").send("");
    case "slow":
      await sleep(order.ms ?? 1_000, undefined, { ref: false });
      return undefined;
    case "answer-then-drop":
    case "no-refresh-token":
      return undefined;
  }
}

function refusalBody(error: number | string, endpoint: Endpoint | undefined) {
  const message = "Simulated refusal";
  if (endpoint === "bot") return { ok: false, error_code: error, description: message };
  if (endpoint === "token") return { error, error_name: message, error_description: message };
  return { error, message };
}

function withoutRefreshToken(payload: unknown): unknown {
  if (typeof payload !== "string") return payload;
  const { refresh_token: _dropped, ...rest } = JSON.parse(payload);
  return JSON.stringify(rest);
}
