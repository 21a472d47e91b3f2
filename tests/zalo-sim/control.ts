import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { BotGroup } from "./bot.ts";
import { Conditions } from "./conditions.ts";
import { perform } from "./control-acts.ts";
import { FailureOrder } from "./failures.ts";
import { NewPerson } from "./people.ts";
import { Cast, play, scenarios } from "./scenarios.ts";
import { resetSim, type Sim } from "./sim.ts";
import { Trouble } from "./troubles.ts";
import { Destinations } from "./webhooks.ts";
import { Template } from "./zns-templates.ts";

const ClockChange = z.union([
  z.strictObject({ milliseconds: z.number().int().nonnegative() }),
  z.strictObject({ at: z.number().int() }),
]);
const NewBotGroup = z.strictObject({ name: z.string().min(1), members: z.array(z.string()) });
const OnePerson = z.strictObject({ personId: z.string() });
const Release = z.strictObject({ order: z.enum(["same", "reverse"]).default("same") });
const ActName = z.object({ name: z.string() });
const AssetValidity = z.strictObject({ id: z.string(), validThrough: z.number().int() });
const count = z.number().int().nonnegative();
const AllowancesLeft = z.strictObject({
  messages: count.optional(),
  znsToday: count.optional(),
  templateToday: count.optional(),
  notices: count.optional(),
  botMessages: count.optional(),
  uploads: count.optional(),
});
export type AllowancesLeft = z.infer<typeof AllowancesLeft>;

/** The strings behind the puppet: for tests, and for whoever wants to try a bad day by hand. */
export function controlRoutes(app: FastifyInstance, sim: Sim): void {
  const order = (path: string, follow: (body: unknown) => void) =>
    app.post(`/__sim/${path}`, async (request, reply) => {
      follow(request.body);
      return reply.code(204).send();
    });

  order("fail", (body) => sim.failures.add(FailureOrder.parse(body)));
  order("people", (body) => {
    sim.people.put(NewPerson.parse(body));
    sim.phones.changed();
  });
  order("clock", (body) => setClock(sim, ClockChange.parse(body)));
  order("conditions", (body) => sim.conditions.set(given(Conditions.partial().parse(body))));
  order("quotas", (body) => setAllowances(sim, AllowancesLeft.parse(body)));
  order("assets", (body) => {
    const { id, validThrough } = AssetValidity.parse(body);
    sim.assets.setValidThrough(id, validThrough);
    sim.phones.changed();
  });
  order("templates", (body) => sim.templates.put(Template.parse(body)));
  order("webhooks", (body) => sim.sendWebhooksTo(Destinations.parse(body)));
  order("webhooks/trouble", (body) => sim.webhooks.trouble(Trouble.parse(body)));
  order("webhooks/release", (body) => sim.webhooks.release(Release.parse(body).order));
  order("webhooks/enable", () => sim.webhooks.enable());
  order("reset", () => resetSim(sim));

  app.post("/__sim/acts/:name", async (request) => {
    const result = perform(sim.acts, ActName.parse(request.params).name, request.body);
    return { result: result ?? null };
  });

  app.post("/__sim/bot-groups", async (request) => {
    const { name, members } = NewBotGroup.parse(request.body);
    return putBotInGroup(sim, name, members);
  });
  app.post("/__sim/user-tokens", async (request) => {
    const { personId } = OnePerson.parse(request.body);
    return { accessToken: sim.graph.newUserToken(personId) };
  });

  app.get("/__sim/scenarios", async () =>
    scenarios.map(({ name, title, explain }) => ({ name, title, explain })),
  );
  app.post("/__sim/scenarios/:name", async (request, reply) => {
    play(sim, ActName.parse(request.params).name, Cast.parse(request.body ?? {}));
    return reply.code(204).send();
  });

  app.get("/__sim/requests", async () => sim.requests.all());
  app.get("/__sim/phones", async () => sim.phones.items());
  app.get("/__sim/events", async () => sim.events.all());
  app.get("/__sim/deliveries", async () => sim.webhooks.deliveries());
  app.get("/__sim/state", async () => ({
    now: sim.clock.now(),
    conditions: sim.conditions.now(),
    quotas: sim.quotas.left.now(),
    people: sim.people.all(),
    assets: sim.assets.all(),
    webhooks: { isOn: sim.webhooks.isOn(), deliveries: sim.webhooks.deliveries().length },
    groups: sim.groups.all(),
    botGroups: sim.bot.groups(),
    templates: sim.templates.all(),
  }));
}

/** Sets what is still left of one or more allowances. */
export function setAllowances(sim: Sim, { uploads, ...left }: AllowancesLeft): void {
  sim.quotas.left.set(given(left));
  if (uploads !== undefined) sim.uploads.setLeft(uploads);
}

/** Somebody puts the Bot into an ordinary group of theirs. */
export function putBotInGroup(sim: Sim, name: string, members: readonly string[]): BotGroup {
  const group = sim.bot.putInGroup(name, members);
  sim.phones.changed();
  return group;
}

function setClock(sim: Sim, change: z.infer<typeof ClockChange>): void {
  if ("at" in change) sim.clock.set(change.at);
  else sim.clock.advance(change.milliseconds);
}

type Given<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** Only the fields that were given. */
function given<Fields extends object>(fields: Fields): Given<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Given<Fields>;
}
