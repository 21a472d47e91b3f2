import type { Acts } from "./acts.ts";
import type { BotGroup } from "./bot.ts";
import type { Conditions } from "./conditions.ts";
import { type AllowancesLeft, putBotInGroup, setAllowances } from "./control.ts";
import type { ZaloEvent } from "./events.ts";
import type { FailureOrder } from "./failures.ts";
import type { Asset } from "./gmf-assets.ts";
import type { Group } from "./groups.ts";
import type { Host } from "./host/host.ts";
import { Impossible } from "./impossible.ts";
import type { NewPerson, Person } from "./people.ts";
import type { ShownItem } from "./phones.ts";
import type { RecordedRequest } from "./requests.ts";
import { type Cast, play, type ScenarioName } from "./scenarios.ts";
import { resetSim, type Sim } from "./sim.ts";
import type { Trouble } from "./troubles.ts";
import { probe } from "./webhook-post.ts";
import type { Delivery, Destinations } from "./webhooks.ts";
import type { Template } from "./zns-templates.ts";

export type CaughtLetter = {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
};

/** The strings behind the puppet, for tests: the same as `/__sim/…`, as functions. */
export type Strings = Acts & {
  readonly putPerson: (person: NewPerson) => void;
  readonly person: (personId: string) => Person | undefined;
  /** An invitation as it would reach this person outside Zalo: shown in the phone's text messages. */
  readonly invite: (
    personId: string,
    invitation: { readonly text: string; readonly url: string },
  ) => void;
  /** Shows a letter on the phone of everyone it is addressed to. */
  readonly showMail: (letter: CaughtLetter) => void;
  readonly items: (personId?: string) => readonly ShownItem[];
  readonly requests: () => readonly RecordedRequest[];
  /** What happened at Zalo that a webhook should hear, delivered or not. */
  readonly events: () => readonly ZaloEvent[];
  readonly fail: (order: FailureOrder) => void;
  readonly now: () => number;
  readonly advanceClock: (milliseconds: number) => void;
  readonly setClock: (at: number) => void;
  readonly setConditions: (changes: Partial<Conditions>) => void;
  readonly setQuotas: (left: AllowancesLeft) => void;
  /** A fresh authorisation code, as the OA's admin would bring from the consent page. */
  readonly newCode: () => string;
  readonly groups: () => readonly Group[];
  readonly assets: () => readonly Asset[];
  readonly setAssetValidThrough: (assetId: string, validThrough: number) => void;
  readonly putTemplate: (template: Template) => void;
  readonly templates: () => readonly Template[];
  /** Somebody puts the Bot into an ordinary group of theirs. */
  readonly putBotInGroup: (name: string, members: readonly string[]) => BotGroup;
  /** As the Mini App would get them on this person's phone. */
  readonly newUserToken: (personId: string) => string;
  readonly newUserCode: (personId: string, of: "phone" | "location") => string;
  /** The Zalo app around a page of the Mini App. */
  readonly host: Host;
  /** Where webhooks go from now on; the doors of a server that started later, for example. */
  readonly sendWebhooksTo: (destinations: Destinations) => void;
  readonly troubleWebhooks: (trouble: Trouble) => void;
  readonly releaseWebhooks: (order?: "same" | "reverse") => void;
  readonly enableWebhooks: () => void;
  readonly webhooksAreOn: () => boolean;
  readonly deliveries: () => readonly Delivery[];
  /** Looks at the address as the developer console does before it takes it; gives the statuses. */
  readonly probeWebhook: () => Promise<readonly number[]>;
  /** No webhook is under way any more. */
  readonly settled: () => Promise<void>;
  /** Plays one of the named scenarios; about the first person who is no staff, unless told. */
  readonly playScenario: (name: ScenarioName, cast?: Cast) => void;
  readonly expireAccessTokens: () => void;
  readonly reset: () => void;
};

export function stringsOf(sim: Sim): Strings {
  return {
    ...sim.acts,
    putPerson: (person) => {
      sim.people.put(person);
      sim.phones.changed();
    },
    person: sim.people.find,
    invite: (personId, { text, url }) => {
      if (sim.people.find(personId) === undefined) throw new Impossible("nobody has this phone");
      sim.phones.show(personId, sim.clock.now(), { app: "sms", text, url });
    },
    showMail: ({ from, to, subject, text }) => {
      for (const person of new Set(to.flatMap((address) => sim.people.withEmail(address)))) {
        sim.phones.show(person.id, sim.clock.now(), { app: "mail", from, subject, text });
      }
    },
    items: sim.phones.items,
    requests: sim.requests.all,
    events: sim.events.all,
    fail: sim.failures.add,
    now: sim.clock.now,
    advanceClock: sim.clock.advance,
    setClock: sim.clock.set,
    setConditions: sim.conditions.set,
    setQuotas: (left) => setAllowances(sim, left),
    newCode: sim.tokens.newCode,
    groups: sim.groups.all,
    assets: sim.assets.all,
    setAssetValidThrough: sim.assets.setValidThrough,
    putTemplate: sim.templates.put,
    templates: sim.templates.all,
    putBotInGroup: (name, members) => putBotInGroup(sim, name, members),
    newUserToken: sim.graph.newUserToken,
    newUserCode: sim.graph.newCode,
    host: sim.host,
    sendWebhooksTo: sim.sendWebhooksTo,
    troubleWebhooks: sim.webhooks.trouble,
    releaseWebhooks: sim.webhooks.release,
    enableWebhooks: sim.webhooks.enable,
    webhooksAreOn: sim.webhooks.isOn,
    deliveries: sim.webhooks.deliveries,
    probeWebhook: async () => probe(sim.destinations()?.url ?? ""),
    settled: sim.webhooks.settled,
    playScenario: (name, cast) => play(sim, name, cast),
    expireAccessTokens: sim.tokens.expireAccess,
    reset: () => resetSim(sim),
  };
}
