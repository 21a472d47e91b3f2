import { z } from "zod";
import { day } from "./clock.ts";
import { Impossible } from "./impossible.ts";
import type { Sim } from "./sim.ts";
import { scenarioText, scenarioWords } from "./text/scenarios-vi.ts";

/** Whom a scenario is about. Left out: the first person who is no staff, the first group. */
export const Cast = z.strictObject({
  personId: z.string().optional(),
  groupId: z.string().optional(),
});
export type Cast = z.infer<typeof Cast>;

export type ScenarioName = keyof typeof scenarioText;

export type Scenario = {
  readonly name: ScenarioName;
  readonly title: string;
  readonly explain: string;
  readonly run: (sim: Sim, cast: Cast) => void;
};

const slowRefreshMs = 400;

const runs: Readonly<Record<ScenarioName, Scenario["run"]>> = {
  "never-interacted": (sim, cast) => {
    const changes = { followed: true, isReachable: true, lastInteractionAt: null };
    sim.people.change(personIn(sim, cast), { ...changes, blocked: false });
    sim.phones.changed();
  },
  unfollowed: (sim, cast) => sim.acts.unfollow(personIn(sim, cast)),
  blocked: (sim, cast) => sim.acts.block(personIn(sim, cast)),
  "token-expired-mid-send": (sim) => {
    sim.tokens.expireAccess();
    sim.failures.add({ next: 1, kind: "refuse", code: -220, at: "cs" });
  },
  "refresh-race": (sim) => {
    sim.tokens.expireAccess();
    sim.conditions.set({ consumedRefresh: "empty" });
    sim.failures.add({ next: 1, kind: "refuse", code: -220, at: "cs" });
    sim.failures.add({ next: 2, kind: "slow", ms: slowRefreshMs, at: "token" });
  },
  "consumed-refresh-token": (sim) => {
    sim.tokens.expireAccess();
    sim.tokens.useUpRefresh();
    sim.conditions.set({ consumedRefresh: "empty" });
  },
  "group-asset-lapsed": (sim, cast) => {
    const group = sim.groups.all().find(({ id }) => id === (cast.groupId ?? id));
    if (group === undefined) throw new Impossible("there is no group yet");
    sim.assets.setValidThrough(group.assetId, sim.clock.now() - day);
    sim.phones.changed();
  },
  "webhook-replay": (sim, cast) => {
    sim.webhooks.trouble({ next: 1, kind: "repeat", times: 5 });
    sim.acts.say(personIn(sim, cast), scenarioWords.hello);
  },
  "webhook-wrong-signature": (sim, cast) => {
    sim.webhooks.trouble({ next: 1, kind: "wrong-signature" });
    sim.acts.say(personIn(sim, cast), scenarioWords.hello);
  },
  "nfd-text-1999": (sim, cast) => {
    const composed = scenarioWords.sentence.repeat(100).slice(0, 1_999);
    sim.acts.say(personIn(sim, cast), composed.normalize("NFD"));
  },
  "long-ids": (sim, cast) => twins(sim, personIn(sim, cast)),
  "admin-takes-over": (sim, cast) => {
    const personId = personIn(sim, cast);
    sim.acts.say(personId, scenarioWords.question);
    sim.acts.adminReplies(personId, scenarioWords.answer);
  },
  "image-sent": (sim, cast) => {
    sim.acts.sendImage(personIn(sim, cast));
  },
  "location-sent": (sim, cast) => {
    sim.acts.sendLocation(personIn(sim, cast));
  },
  "unknown-payload": (sim, cast) => {
    sim.acts.say(personIn(sim, cast), scenarioWords.oldButton);
  },
  "back-to-normal": calm,
};

/** Every named scenario: it brings the simulator into a state, or plays something in it. */
export const scenarios: readonly Scenario[] = Object.entries(runs).map(([name, run]) => {
  const known = name as ScenarioName;
  return { name: known, ...scenarioText[known], run };
});

export function play(sim: Sim, name: string, cast: Cast = {}): void {
  const scenario = scenarios.find((one) => one.name === name);
  if (scenario === undefined) throw new Impossible(`there is no scenario called ${name}`);
  scenario.run(sim, cast);
}

function personIn(sim: Sim, cast: Cast): string {
  const all = sim.people.all();
  const person = all.find(({ id }) => id === cast.personId) ?? all.find(({ oaAdmin }) => !oaAdmin);
  const found = person ?? all[0];
  if (found === undefined) throw new Impossible("there is nobody yet");
  return found.id;
}

/** Another person whose id differs in the last digit only: as numbers the two would be the same. */
function twins(sim: Sim, personId: string): void {
  const person = sim.people.find(personId);
  const lastDigit = Number(personId.at(-1));
  const twinId = `${personId.slice(0, -1)}${(lastDigit + 1) % 10}`;
  if (sim.people.find(twinId) === undefined) {
    sim.people.put({ id: twinId, name: scenarioWords.twin(person?.name ?? "") });
    sim.phones.changed();
  }
  sim.acts.say(personId, scenarioWords.hello);
  sim.acts.say(twinId, scenarioWords.hello);
}

/** Nothing fails any more; what was said and which groups there are stays. */
function calm(sim: Sim): void {
  sim.clock.reset();
  sim.conditions.reset();
  sim.failures.reset();
  sim.quotas.reset();
  sim.tokens.grantAgain();
  for (const { id } of sim.people.all()) {
    sim.people.change(id, { followed: true, blocked: false });
    sim.people.interact(id);
  }
  sim.assets.renew();
  sim.webhooks.calm();
  sim.phones.changed();
}
