import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Sim } from "./sim.ts";
import type { TokenPair } from "./tokens.ts";

const Grant = z.discriminatedUnion("grant_type", [
  z.looseObject({
    grant_type: z.literal("refresh_token"),
    app_id: z.string(),
    refresh_token: z.string(),
  }),
  z.looseObject({
    grant_type: z.literal("authorization_code"),
    app_id: z.string(),
    code: z.string(),
    code_verifier: z.string(),
  }),
]);

/** `POST /v4/oa/access_token`: a form, with the app's secret in the header `secret_key`. */
export function oauthRoutes(zalo: FastifyInstance, sim: Sim): void {
  zalo.post("/v4/oa/access_token", async (request, reply) => {
    const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded");
    const grant = Grant.safeParse(request.body);
    if (!isForm || !grant.success) return refusal(-14_001, "Invalid request");
    if (!sim.tokens.isApp(grant.data.app_id, String(request.headers["secret_key"]))) {
      return refusal(-14_002, "App is not active");
    }

    const pair =
      grant.data.grant_type === "refresh_token"
        ? sim.tokens.refresh(grant.data.refresh_token)
        : sim.tokens.exchange(grant.data.code, grant.data.code_verifier);
    if (pair !== undefined) return sim.chance.withUnknownFields(answer(pair));
    if (isConsumed(sim, grant.data)) return reply.type("application/json").send("");
    return grant.data.grant_type === "refresh_token"
      ? refusal(-14_014, "Invalid refresh token")
      : refusal(-14_004, "Invalid authorization code");
  });
}

/** Seen in production: a refresh token used a second time answers with nothing at all. */
function isConsumed(sim: Sim, grant: z.infer<typeof Grant>): boolean {
  if (grant.grant_type !== "refresh_token") return false;
  return (
    sim.conditions.now().consumedRefresh === "empty" && sim.tokens.wasUsed(grant.refresh_token)
  );
}

function answer(pair: TokenPair) {
  return {
    access_token: pair.accessToken,
    refresh_token: pair.refreshToken,
    expires_in: "90000", // seconds, and a string at Zalo too
  };
}

function refusal(error: number, name: string) {
  return { error, error_name: name, error_description: name };
}
