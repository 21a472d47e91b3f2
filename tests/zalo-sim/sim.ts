import { type Acts, createActs } from "./acts.ts";
import { type Bot, type BotSettings, createBot } from "./bot.ts";
import { type Chance, createChance } from "./chance.ts";
import { type Chats, createChats } from "./chats.ts";
import { createClock, type SimClock } from "./clock.ts";
import { type Changing, type Conditions, createConditions } from "./conditions.ts";
import { createEvents, type Events } from "./events.ts";
import { createFailures, type Failures } from "./failures.ts";
import { type Assets, createAssets, type NewAsset } from "./gmf-assets.ts";
import { createGraph, type Graph } from "./graph.ts";
import { createGroups, type Groups } from "./groups.ts";
import { createHost, type Host } from "./host/host.ts";
import type { MiniApp } from "./mini.ts";
import { createPeople, type NewPerson, type People } from "./people.ts";
import { createPhones, type Phones } from "./phones.ts";
import { createQuotas, type Quotas } from "./quotas.ts";
import { createRateLimit, type RateLimit } from "./rate-limit.ts";
import { createRequests, type Requests } from "./requests.ts";
import { createTokens, type OaApp, type Tokens } from "./tokens.ts";
import { createUploads, type Uploads } from "./uploads.ts";
import type { Sending } from "./webhook-post.ts";
import { createWebhooks, type Destinations, type Webhooks } from "./webhooks.ts";
import { createTemplates, type Template, type Templates } from "./zns-templates.ts";

export type SimSettings = {
  readonly people: readonly NewPerson[];
  /** Access tokens that are always good, as if the operator had minted them by hand. */
  readonly accessTokens: readonly string[];
  readonly app: OaApp;
  /** `secret`: the "OA Secret Key" of the webhook page, which signs the account's events. */
  readonly oa: { readonly id: string; readonly name: string; readonly secret: string };
  readonly mini: MiniApp;
  readonly bot: BotSettings;
  readonly templates: readonly Template[];
  readonly assets: readonly NewAsset[];
  readonly conditions: Partial<Conditions>;
  readonly webhooks: Destinations | undefined;
  readonly callsPerMinute: number;
  readonly seed: number;
  readonly realNow: () => number;
};

/** Everything the simulated Zalo knows. */
export type Sim = {
  readonly app: OaApp;
  readonly oa: SimSettings["oa"];
  readonly mini: MiniApp;
  readonly clock: SimClock;
  readonly chance: Chance;
  readonly conditions: Changing<Conditions>;
  readonly people: People;
  readonly phones: Phones;
  readonly chats: Chats;
  readonly events: Events;
  readonly failures: Failures;
  readonly requests: Requests;
  readonly rateLimit: RateLimit;
  readonly quotas: Quotas;
  readonly tokens: Tokens;
  readonly uploads: Uploads;
  readonly assets: Assets;
  readonly groups: Groups;
  readonly templates: Templates;
  /** When each template message was sent, by its id. */
  readonly znsSent: Map<string, number>;
  readonly bot: Bot;
  readonly graph: Graph;
  readonly host: Host;
  readonly webhooks: Webhooks;
  readonly destinations: () => Destinations | undefined;
  readonly sendWebhooksTo: (destinations: Destinations) => void;
  /** What people do with their phones. */
  readonly acts: Acts;
};

export function createSim(settings: SimSettings): Sim {
  const clock = createClock(settings.realNow);
  const chance = createChance(settings.seed);
  const conditions = createConditions(settings.conditions);
  let destinations = settings.webhooks;
  const sim: Sim = {
    app: settings.app,
    oa: settings.oa,
    mini: settings.mini,
    clock,
    chance,
    conditions,
    people: createPeople(settings.people, clock.now),
    phones: createPhones(),
    chats: createChats(),
    events: createEvents(),
    failures: createFailures(),
    requests: createRequests(),
    rateLimit: createRateLimit(settings.callsPerMinute),
    quotas: createQuotas(settings.oa.id, clock, conditions),
    tokens: createTokens(settings.app, settings.accessTokens, clock, chance),
    uploads: createUploads(clock, chance),
    assets: createAssets(settings.assets, clock),
    groups: createGroups(() => sim),
    templates: createTemplates(settings.templates),
    znsSent: new Map(),
    bot: createBot(settings.bot, chance, () => {
      const bot = destinations?.bot;
      return bot === undefined ? undefined : { ...bot, setAt: clock.now() };
    }),
    graph: createGraph(clock, chance),
    host: createHost(() => sim, chance),
    webhooks: createWebhooks(clock, () => sendingOf(sim, destinations)),
    destinations: () => destinations,
    sendWebhooksTo: (given) => {
      destinations = given;
    },
    acts: createActs(() => sim),
  };
  sim.events.listen(sim.webhooks.deliver);
  return sim;
}

function sendingOf(sim: Sim, to: Destinations | undefined): Sending {
  const urls = { oa: to?.url, mini: to?.mini?.url, bot: sim.bot.webhook()?.url };
  return {
    urlFor: ({ door }) => urls[door],
    secret: to?.secret ?? sim.oa.secret,
    appId: to?.appId ?? sim.app.id,
    oaId: to?.oaId ?? sim.oa.id,
    idFirst: to?.idFirst ?? "app",
    bareHex: to?.bareHex ?? false,
    timestamp: to?.timestamp ?? "string",
    miniKey: sim.mini.key,
    botSecret: sim.bot.webhook()?.secret ?? "",
    deadlineMs: to?.deadlineMs ?? 2_000,
    retrySpeed: to?.retrySpeed ?? 1,
  };
}

/** Back to how it started: same people, empty phones, nothing failing, the real time; webhooks still go where they went. */
export function resetSim(sim: Sim): void {
  sim.clock.reset();
  sim.conditions.reset();
  sim.failures.reset();
  sim.requests.reset();
  sim.rateLimit.reset();
  sim.quotas.reset();
  sim.tokens.reset();
  sim.uploads.reset();
  sim.groups.reset();
  sim.assets.reset();
  sim.templates.reset();
  sim.znsSent.clear();
  sim.bot.reset();
  sim.webhooks.reset();
  sim.graph.reset();
  sim.host.reset();
  sim.chats.reset();
  sim.events.reset();
  sim.people.reset();
  sim.phones.reset();
}
