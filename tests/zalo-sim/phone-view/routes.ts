import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Sim } from "../sim.ts";
import { readAsset } from "./assets.ts";
import { streamPhones } from "./events.ts";
import { contentSecurityPolicy, pageHtml } from "./page.ts";

const AssetPath = z.object({ "*": z.string() });

/** The page that shows every phone, its files, and its live stream. */
export function phoneViewRoutes(app: FastifyInstance, sim: Sim): void {
  app.get("/", async (_request, reply) =>
    reply
      .header("content-security-policy", contentSecurityPolicy)
      .header("cache-control", "no-store")
      .header("x-content-type-options", "nosniff")
      .type("text/html; charset=utf-8")
      .send(pageHtml(sim)),
  );

  app.get("/assets/*", async (request, reply) => {
    const asset = await readAsset(AssetPath.parse(request.params)["*"]);
    if (asset === undefined) return reply.callNotFound();
    return reply
      .header("cache-control", "no-cache")
      .header("x-content-type-options", "nosniff")
      .type(`${asset.type}; charset=utf-8`)
      .send(asset.content);
  });

  app.get("/phone-view/events", (request, reply) => {
    streamPhones(sim, request, reply);
  });
}
