import type { FastifyReply } from "fastify";
import { z } from "zod";

/** An order to fail: the next `next` calls to Zalo, or only those about one user, go wrong in this way. */
export const FailureOrder = z.strictObject({
  next: z.number().int().min(1).max(100_000),
  kind: z.enum(["refuse", "timeout", "http500", "html502", "empty"]),
  /** For `refuse`. Zalo has been seen to send codes as strings, so both are allowed. */
  code: z.union([z.number().int(), z.string()]).optional(),
  userId: z.string().optional(),
});
export type FailureOrder = z.infer<typeof FailureOrder>;

export type Failures = {
  readonly add: (order: FailureOrder) => void;
  /** The failure that this call meets, if any; counted as used. */
  readonly take: (userId: string | undefined) => FailureOrder | undefined;
  readonly reset: () => void;
};

export function createFailures(): Failures {
  let orders: { readonly order: FailureOrder; left: number }[] = [];
  return {
    add: (order) => {
      orders.push({ order, left: order.next });
    },
    take: (userId) => {
      const met = orders.find(({ order }) => order.userId === undefined || order.userId === userId);
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

/** Answers (or keeps silent) as the order says. */
export function fail(reply: FastifyReply, order: FailureOrder): FastifyReply {
  switch (order.kind) {
    case "refuse": {
      const message = "Simulated refusal";
      return reply.send({ error: order.code ?? -200, error_name: message, message });
    }
    case "timeout":
      reply.hijack(); // the connection stays open without a word until the caller gives up
      return reply;
    case "http500":
      return reply.code(500).send({ error: -200, message: "Internal Server Error" });
    case "html502":
      return reply.code(502).type("text/html").send("<html><h1>502 Bad Gateway</h1></html>");
    case "empty":
      return reply.type("application/json").send("");
  }
}
