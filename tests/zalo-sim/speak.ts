import type { FastifyInstance } from "fastify";
import { botRoutes } from "./bot-routes.ts";
import { meetFailures } from "./failures.ts";
import { graphRoutes } from "./graph.ts";
import { groupManageRoutes, guardGroups } from "./group-manage-routes.ts";
import { groupReadRoutes } from "./group-routes.ts";
import { h5Routes } from "./host/h5-routes.ts";
import { miniRoutes } from "./mini.ts";
import { oaAccountRoutes } from "./oa-account.ts";
import { guardOaApi, oaRefusal } from "./oa-api.ts";
import { oaMessageRoutes } from "./oa-messages.ts";
import { oaTemplateRoutes } from "./oa-template.ts";
import { oaUserRoutes } from "./oa-users.ts";
import { oauthRoutes } from "./oauth.ts";
import type { Sim } from "./sim.ts";
import { uploadRoutes } from "./upload-routes.ts";
import { znsRoutes } from "./zns.ts";

/** Every address of Zalo's, on one server: their paths never meet. */
export async function speakZalo(zalo: FastifyInstance, sim: Sim): Promise<void> {
  zalo.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body.toString()))),
  );
  meetFailures(zalo, sim);
  zalo.setErrorHandler(async (_failure, _request, reply) =>
    reply.code(200).send(oaRefusal(-201, "Request body is invalid")),
  );

  oauthRoutes(zalo, sim);
  graphRoutes(zalo, sim);
  miniRoutes(zalo, sim);
  h5Routes(zalo, sim);
  botRoutes(zalo, sim);
  await zalo.register(async (zns) => znsRoutes(zns, sim));
  await zalo.register(async (oa) => {
    guardOaApi(oa, sim);
    oaAccountRoutes(oa, sim);
    oaMessageRoutes(oa, sim);
    oaTemplateRoutes(oa, sim);
    oaUserRoutes(oa, sim);
    uploadRoutes(oa, sim);
    await oa.register(async (groups) => {
      guardGroups(groups, sim);
      groupReadRoutes(groups, sim);
      groupManageRoutes(groups, sim);
    });
  });
}
