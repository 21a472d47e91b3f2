import fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import { z } from "zod";
import { controlRoutes } from "./control.ts";
import { type FailureOrder, fail } from "./failures.ts";
import { oaAccountRoutes } from "./oa-account.ts";
import { guardOaApi, oaRefusal } from "./oa-api.ts";
import { oaMessageRoutes } from "./oa-messages.ts";
import { oauthRoutes } from "./oauth.ts";
import type { NewPerson } from "./people.ts";
import { phoneViewRoutes } from "./phone-view/routes.ts";
import type { ShownItem } from "./phones.ts";
import type { RecordedRequest } from "./requests.ts";
import { createSim, resetSim, type Sim, type SimSettings } from "./sim.ts";

export type CaughtLetter = {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
};

export type ZaloSim = {
  /** Zalo's base URL for `oaBaseUrl` and for the token endpoint; the phone view is its first page. */
  readonly url: string;
  readonly putPerson: (person: NewPerson) => void;
  /** An invitation as it would reach this person outside Zalo: shown in the phone's text messages. */
  readonly invite: (
    personId: string,
    invitation: { readonly text: string; readonly url: string },
  ) => void;
  /** Shows a letter on the phone of everyone it is addressed to. */
  readonly showMail: (letter: CaughtLetter) => void;
  readonly items: (personId?: string) => readonly ShownItem[];
  readonly requests: () => readonly RecordedRequest[];
  readonly fail: (order: FailureOrder) => void;
  readonly advanceClock: (milliseconds: number) => void;
  /** A fresh authorisation code, as the OA's admin would bring from the consent page. */
  readonly newCode: () => string;
  readonly reset: () => void;
  readonly stop: () => Promise<void>;
};

export type ZaloSimOptions = Partial<SimSettings> & { readonly port: number };

/** Starts a server on this machine only that speaks Zalo's documented HTTP, with a page that shows every phone. */
export async function startZaloSim({ port, ...given }: ZaloSimOptions): Promise<ZaloSim> {
  const sim = createSim({ ...defaults, ...given });
  const app = fastify({ bodyLimit: 64 * 1024, forceCloseConnections: true });

  await app.register(async (zalo) => speakZalo(zalo, sim));
  controlRoutes(app, sim);
  phoneViewRoutes(app, sim);
  app.setErrorHandler(async (failure, _request, reply) =>
    failure instanceof z.ZodError
      ? reply.code(400).send({ message: z.prettifyError(failure) })
      : reply.send(failure),
  );

  const url = await app.listen({ port, host: "127.0.0.1" });
  return { url, ...strings(sim), stop: async () => app.close() };
}

const defaults: SimSettings = {
  people: [],
  accessTokens: ["sim-access-token"],
  app: {
    id: "1000000000000000001",
    secret: "sim-app-secret",
    refreshToken: "sim-refresh-token",
    codeChallenge: "",
  },
  oa: { id: "1000000000000000002", name: "Trường An" },
  callsPerMinute: 4_000,
  seed: 1,
  realNow: Date.now,
};

async function speakZalo(zalo: FastifyInstance, sim: Sim): Promise<void> {
  zalo.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body.toString()))),
  );
  zalo.addHook("preHandler", async (request, reply) => {
    sim.requests.record(request, sim.clock.now());
    const order = sim.failures.take(recipientOf(request));
    if (order !== undefined) return fail(reply, order);
    return undefined;
  });
  zalo.setErrorHandler(async (_failure, _request, reply) =>
    reply.code(200).send(oaRefusal(-201, "Request body is invalid")),
  );

  oauthRoutes(zalo, sim);
  await zalo.register(async (oa) => {
    guardOaApi(oa, sim);
    oaAccountRoutes(oa, sim);
    oaMessageRoutes(oa, sim);
  });
}

const WithRecipient = z.looseObject({ recipient: z.looseObject({ user_id: z.string() }) });

function recipientOf(request: FastifyRequest): string | undefined {
  const body = WithRecipient.safeParse(request.body);
  return body.success ? body.data.recipient.user_id : undefined;
}

function strings(sim: Sim): Omit<ZaloSim, "url" | "stop"> {
  return {
    putPerson: (person) => {
      sim.people.put(person);
      sim.phones.changed();
    },
    invite: (personId, { text, url }) => {
      if (sim.people.find(personId) === undefined) throw new Error("nobody has this phone");
      sim.phones.show(personId, sim.clock.now(), { app: "sms", text, url });
    },
    showMail: ({ from, to, subject, text }) => {
      for (const person of new Set(to.flatMap((address) => sim.people.withEmail(address)))) {
        sim.phones.show(person.id, sim.clock.now(), { app: "mail", from, subject, text });
      }
    },
    items: sim.phones.items,
    requests: sim.requests.all,
    fail: sim.failures.add,
    advanceClock: sim.clock.advance,
    newCode: sim.tokens.newCode,
    reset: () => resetSim(sim),
  };
}
