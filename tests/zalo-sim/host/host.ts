import type { Chance } from "../chance.ts";
import { Impossible } from "../impossible.ts";
import type { Sim } from "../sim.ts";
import { actOf, type HostAnswer } from "./actions.ts";
import { createSignIns, type SignIns } from "./sign-ins.ts";
import { createHostStorage, type HostStorage } from "./storage.ts";

/** Something that a page asked of the Zalo app around it. */
export type HostCall = {
  readonly personId: string;
  readonly action: string;
  readonly parameters: Readonly<Record<string, unknown>>;
};

/** How Zalo answers from now on: the person says no, nobody answers, this Zalo is too old, or with any code. */
export type HostOrder = "deny" | "silence" | "not-supported" | number;

/** The Zalo app on each phone, as a page of the Mini App meets it. */
export type Host = {
  /** Zalo's answer, as it writes it; nothing where it keeps silent. */
  readonly ask: (personId: string, action: string, parameters: string) => string | undefined;
  readonly asked: () => readonly HostCall[];
  /** For `*`: every action that has no order of its own. Without an order Zalo does as it should. */
  readonly answerWith: (action: string, order: HostOrder | undefined) => void;
  readonly storage: HostStorage;
  readonly signIns: SignIns;
  readonly reset: () => void;
};

const codes = { deny: -201, "not-supported": -1_404 } as const;

export function createHost(sim: () => Sim, chance: Chance): Host {
  const signIns = createSignIns(chance);
  const storage = createHostStorage();
  const orders = new Map<string, HostOrder>();
  let calls: HostCall[] = [];

  const answerTo = ({ personId, action, parameters }: HostCall): HostAnswer | undefined => {
    const order = orders.get(action) ?? orders.get("*");
    if (order === "silence") return undefined;
    if (order === undefined) return actOf(action)(sim(), signIns, personId, parameters);
    return { error_code: typeof order === "number" ? order : codes[order], error_message: "" };
  };

  return {
    ask: (personId, action, parameters) => {
      if (sim().people.find(personId) === undefined) throw new Impossible("nobody has this phone");
      const call = { personId, action, parameters: JSON.parse(parameters) };
      calls = [...calls, call];
      const answer = answerTo(call);
      return answer === undefined ? undefined : JSON.stringify({ action, ...answer });
    },
    asked: () => calls,
    answerWith: (action, order) => {
      if (order === undefined) orders.delete(action);
      else orders.set(action, order);
    },
    storage,
    signIns,
    reset: () => {
      calls = [];
      orders.clear();
      signIns.reset();
      storage.reset();
    },
  };
}
