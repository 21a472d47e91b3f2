import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Person } from "../people.ts";
import type { Sim } from "../sim.ts";
import { shareOfScope } from "./actions.ts";

/** Zalo's server for Mini Apps (`h5.zalo.me`), as the SDK in the page calls it. */
export function h5Routes(zalo: FastifyInstance, sim: Sim): void {
  zalo.post("/openapi/access_token", async ({ body }) => {
    const grant = Grant.safeParse(body);
    if (!grant.success || grant.data.app_id !== sim.mini.appId) return { error: -14_001 };
    const personId = signedIn(sim, grant.data);
    if (personId === undefined) return { error: -14_004 };
    return {
      access_token: sim.graph.newUserToken(personId),
      refresh_token: sim.host.signIns.refreshToken(personId),
      expires_in: "3600",
    };
  });

  zalo.get("/apis/users/auth-settings", async ({ headers }) => {
    const jwt = String(headers.authorization ?? "").replace(/^Bearer /, "");
    const person = sim.people.find(sim.host.signIns.withJwt(jwt) ?? "");
    return person === undefined ? { err: -1_401, msg: "" } : { err: 0, data: settingsOf(person) };
  });

  zalo.post("/openapi/check-interact-oa", async ({ body }) => {
    const { accessToken, oaId } = Interaction.parse(body);
    const person = sim.people.find(sim.graph.personOf(accessToken) ?? "");
    const mayWrite = oaId === sim.oa.id && person?.isReachable === true;
    return mayWrite ? { err: 0, msg: "" } : { err: -1, msg: "" };
  });

  zalo.get("/apps/get-info", async () => ({
    err: 0,
    data: { name: sim.oa.name, description: "", appUrl: `https://zalo.me/s/${sim.mini.appId}/` },
  }));

  zalo.post("/log/async", async () => ({ err: 0 }));
}

const Grant = z.discriminatedUnion("grant_type", [
  z.looseObject({
    grant_type: z.literal("authorization_code"),
    app_id: z.string(),
    code: z.string(),
    code_verifier: z.string(),
  }),
  z.looseObject({
    grant_type: z.literal("refresh_token"),
    app_id: z.string(),
    refresh_token: z.string(),
  }),
]);
const Interaction = z.looseObject({ accessToken: z.string(), oaId: z.string() });

function signedIn(sim: Sim, grant: z.infer<typeof Grant>): string | undefined {
  const { signIns } = sim.host;
  return grant.grant_type === "refresh_token"
    ? signIns.refresh(grant.refresh_token)
    : signIns.exchange(grant.code, grant.code_verifier);
}

function settingsOf(person: Person): Readonly<Record<string, boolean>> {
  const scopes = Object.entries(shareOfScope);
  return Object.fromEntries(scopes.map(([scope, share]) => [scope, person.shares.includes(share)]));
}
