import fastify from "fastify";
import { z } from "zod";
import { controlRoutes } from "./control.ts";
import { defaults } from "./defaults.ts";
import { Impossible } from "./impossible.ts";
import { phoneViewRoutes } from "./phone-view/routes.ts";
import { createSim, type SimSettings } from "./sim.ts";
import { speakZalo } from "./speak.ts";
import { type Strings, stringsOf } from "./strings.ts";
import { uploadedFileRoute } from "./upload-routes.ts";

export type ZaloSim = Strings & {
  /** Every one of Zalo's base URLs; the phone view is its first page. */
  readonly url: string;
  readonly stop: () => Promise<void>;
};

export type ZaloSimOptions = Partial<SimSettings> & { readonly port: number };

/** Starts a server on this machine only that speaks Zalo's documented HTTP, with a page that shows every phone. */
export async function startZaloSim({ port, ...given }: ZaloSimOptions): Promise<ZaloSim> {
  const sim = createSim({ ...defaults, ...given });
  const app = fastify({ bodyLimit: 64 * 1024, forceCloseConnections: true });

  await app.register(async (zalo) => speakZalo(zalo, sim));
  controlRoutes(app, sim);
  uploadedFileRoute(app, sim);
  phoneViewRoutes(app, sim);
  app.setErrorHandler(async (failure, _request, reply) => {
    if (failure instanceof z.ZodError) {
      return reply.code(400).send({ message: z.prettifyError(failure) });
    }
    if (failure instanceof Impossible) return reply.code(400).send({ message: failure.message });
    return reply.send(failure);
  });

  const url = await app.listen({ port, host: "127.0.0.1" });
  const stop = async () => {
    sim.webhooks.reset(); // its timers
    await app.close();
  };
  return { url, ...stringsOf(sim), stop };
}
