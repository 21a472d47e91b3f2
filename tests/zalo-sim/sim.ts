import { type Chance, createChance } from "./chance.ts";
import { createClock, type SimClock } from "./clock.ts";
import { createFailures, type Failures } from "./failures.ts";
import { createPeople, type NewPerson, type People } from "./people.ts";
import { createPhones, type Phones } from "./phones.ts";
import { createRateLimit, type RateLimit } from "./rate-limit.ts";
import { createRequests, type Requests } from "./requests.ts";
import { createTokens, type OaApp, type Tokens } from "./tokens.ts";

export type SimSettings = {
  readonly people: readonly NewPerson[];
  /** Access tokens that are always good, as if the operator had minted them by hand. */
  readonly accessTokens: readonly string[];
  readonly app: OaApp;
  readonly oa: { readonly id: string; readonly name: string };
  readonly callsPerMinute: number;
  readonly seed: number;
  readonly realNow: () => number;
};

/** Everything the simulated Zalo knows. */
export type Sim = {
  readonly oa: SimSettings["oa"];
  readonly clock: SimClock;
  readonly chance: Chance;
  readonly people: People;
  readonly phones: Phones;
  readonly failures: Failures;
  readonly requests: Requests;
  readonly rateLimit: RateLimit;
  readonly tokens: Tokens;
};

export function createSim(settings: SimSettings): Sim {
  const clock = createClock(settings.realNow);
  const chance = createChance(settings.seed);
  return {
    oa: settings.oa,
    clock,
    chance,
    people: createPeople(settings.people, clock.now),
    phones: createPhones(),
    failures: createFailures(),
    requests: createRequests(),
    rateLimit: createRateLimit(settings.callsPerMinute),
    tokens: createTokens(settings.app, settings.accessTokens, clock, chance),
  };
}

/** Back to how it started: same people, empty phones, nothing failing, the real time. */
export function resetSim(sim: Sim): void {
  sim.clock.reset();
  sim.failures.reset();
  sim.requests.reset();
  sim.rateLimit.reset();
  sim.tokens.reset();
  sim.people.reset();
  sim.phones.reset();
}
