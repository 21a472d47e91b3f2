import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { FailureOrder } from "./failures.ts";
import { NewPerson } from "./people.ts";
import { resetSim, type Sim } from "./sim.ts";

const Advance = z.strictObject({ milliseconds: z.number().int().nonnegative() });

/** The strings behind the puppet: for tests, and for whoever wants to try a bad day by hand. */
export function controlRoutes(app: FastifyInstance, sim: Sim): void {
  app.post("/__sim/fail", async (request, reply) => {
    sim.failures.add(FailureOrder.parse(request.body));
    return reply.code(204).send();
  });

  app.post("/__sim/people", async (request, reply) => {
    sim.people.put(NewPerson.parse(request.body));
    sim.phones.changed();
    return reply.code(204).send();
  });

  app.post("/__sim/clock", async (request, reply) => {
    sim.clock.advance(Advance.parse(request.body).milliseconds);
    return reply.code(204).send();
  });

  app.post("/__sim/reset", async (_request, reply) => {
    resetSim(sim);
    return reply.code(204).send();
  });

  app.get("/__sim/requests", async () => sim.requests.all());
  app.get("/__sim/phones", async () => sim.phones.items());
}
