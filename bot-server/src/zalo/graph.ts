import { createHmac } from "node:crypto";
import { z } from "zod";
import { GraphEnvelope, readEnvelope } from "./answer.ts";
import { accepted, ask, urlOf } from "./ask.ts";
import { Id, optional, parsed } from "./wire.ts";

export type GraphSettings = {
  readonly graphBaseUrl: string;
  readonly appSecret: string;
  readonly timeoutMs: number;
};

export type ZaloUser = {
  /** The person's id in the Mini App. */
  readonly id: string;
  /** The same person's id in the Official Account's chat, where Zalo tells it. */
  readonly oaUserId: string | undefined;
};

/** Who holds a token from `getAccessToken()` of the Mini App. Throws as `Zalo` does. */
export type ZaloGraph = { readonly whoIs: (userAccessToken: string) => Promise<ZaloUser> };

/** Asks for ids only: no name, no picture. */
export function openGraph({ graphBaseUrl, appSecret, timeoutMs }: GraphSettings): ZaloGraph {
  return {
    whoIs: async (userAccessToken) => {
      const proof = createHmac("sha256", appSecret).update(userAccessToken).digest("hex");
      const envelope = await ask(
        {
          method: "GET",
          url: urlOf(graphBaseUrl, "/v2.0/me", { fields: "id,user_id_by_oa" }),
          headers: { access_token: userAccessToken, appsecret_proof: proof },
          timeoutMs,
        },
        (response) => readEnvelope(response, GraphEnvelope),
      );
      const { id, user_id_by_oa } = parsed(User, accepted("graph", envelope).data);
      return { id, oaUserId: user_id_by_oa };
    },
  };
}

const User = z.looseObject({ id: Id, user_id_by_oa: optional(Id) });
