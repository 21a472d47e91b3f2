import { z } from "zod";
import type { Sim } from "../sim.ts";
import type { SignIns } from "./sign-ins.ts";

/** Zalo's answer to a page; the bridge adds which action it answers. */
export type HostAnswer = {
  readonly error_code: number;
  readonly error_message?: string;
  readonly data?: unknown;
};

type Given = Readonly<Record<string, unknown>>;
type Act = (sim: Sim, signIns: SignIns, personId: string, given: Given) => HostAnswer;

/** What the Zalo app does when nobody has ordered otherwise: the person says yes to everything. */
export function actOf(action: string): Act {
  return Object.hasOwn(acts, action) ? (acts[action] ?? notSupported) : notSupported;
}

const done: HostAnswer = { error_code: 0, data: {} };
const notSupported: Act = () => ({ error_code: -1_404, error_message: "" });
const shows: Act = () => done;

const acts: Readonly<Record<string, Act>> = {
  "action.jump.login": signIn,
  "action.mp.get.number": (sim, _signIns, personId) => {
    share(sim, personId, ["phone"]);
    return { error_code: 0, data: { token: sim.graph.newCode(personId, "phone") } };
  },
  "action.get.location": (sim, _signIns, personId) => {
    share(sim, personId, ["location"]);
    return { error_code: 0, data: { token: sim.graph.newCode(personId, "location") } };
  },
  "action.mp.user.authorize": (sim, _signIns, personId, given) => {
    const { scopes } = Scopes.parse(given);
    share(
      sim,
      personId,
      scopes.flatMap((scope) => shareOfScope[scope] ?? []),
    );
    return { error_code: 0, data: Object.fromEntries(scopes.map((scope) => [scope, true])) };
  },
  "action.follow.oa": (sim, _signIns, personId) => {
    sim.acts.follow(personId);
    return done;
  },
  "action.unfollow.oa": (sim, _signIns, personId) => {
    sim.acts.unfollow(personId);
    return done;
  },
  "action.mp.interact.oa": (sim, _signIns, personId) => {
    sim.people.interact(personId);
    return done;
  },
  "action.mp.send.notification": (sim, _signIns, personId) => {
    sim.people.change(personId, { allowsNotices: true });
    return done;
  },
  "action.open.chat": shows,
  "action.open.phone": shows,
  "action.open.inapp": shows,
  "action.open.outapp": shows,
  "action.open.sharesheet": () => ({ error_code: 0, data: { status: 1 } }),
  "action.change.title.header": shows,
  "action.window.close": shows,
};

const Scopes = z.object({ scopes: z.array(z.string()) });
type Share = "name" | "phone" | "location";

/** Zalo's name of each thing that a person may agree to show. */
export const shareOfScope: Readonly<Record<string, Share>> = {
  "scope.userInfo": "name",
  "scope.userPhonenumber": "phone",
  "scope.userLocation": "location",
};

function share(sim: Sim, personId: string, agreed: readonly Share[]): void {
  const known = sim.people.find(personId)?.shares ?? [];
  sim.people.change(personId, { shares: [...new Set([...known, ...agreed])] });
}

/** The page is given the codes with which it fetches its tokens at Zalo's own server. */
function signIn(sim: Sim, signIns: SignIns, personId: string): HostAnswer {
  const { code, verifier, jwt } = signIns.begin(personId);
  const named = { zlink3rd: "js-token", zoauth: code, zoauth_vrf: verifier, deviceID: "sim-phone" };
  const cookiesOAuthLogins = Object.entries(named).map(([name, value]) => ({
    name: `h5.zdn.vn_${name}`,
    value,
  }));
  const miniProgramConfig = {
    userId: sim.people.find(personId)?.appUserId ?? "",
    canUseAccessTokenByDefault: true,
    userAuthorized: true,
    jwt,
    srcOpen: 0,
    dynamicApis: [],
    requiredAuthenList: [],
  };
  return { error_code: 0, data: { cookiesOAuthLogins, miniProgramConfig } };
}
