import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { isProblem, parameterOf } from "./message-body.ts";
import { oaRefusal, oaSuccess } from "./oa-api.ts";
import { receiverOf } from "./oa-messages.ts";
import type { Sim } from "./sim.ts";
import { deliverTemplate } from "./template-delivery.ts";
import { valuesProblem } from "./zns-templates.ts";

/** `POST /v3.0/oa/message/template`: a template message to a Zalo id. */
export function oaTemplateRoutes(oa: FastifyInstance, sim: Sim): void {
  oa.post("/v3.0/oa/message/template", async (request) => {
    const asked = Order.safeParse(request.body);
    if (!asked.success) return oaRefusal(-201, `Parameter ${parameterOf(asked.error)} is invalid`);
    const { user_id, template_id, template_data } = asked.data;
    const template = sim.templates.find(template_id);
    if (template === undefined || template.status !== "ENABLE") {
      return oaRefusal(-201, "Parameter template_id is invalid");
    }
    if (!template.byUserId) return oaRefusal(-249, "Template cannot be sent by UID");
    if (valuesProblem(template, template_data) !== undefined) {
      return oaRefusal(-201, "Parameter template_data is invalid");
    }
    const person = receiverOf(sim, user_id);
    if (isProblem(person)) return oaRefusal(...person);
    const { zca } = sim.conditions.now();
    if (zca === "missing") return oaRefusal(-320, "ZCA is not linked");
    if (zca === "unpaid") return oaRefusal(-321, "ZCA cannot be charged");

    const delivery = { values: template_data, to: person.id };
    return oaSuccess(sim, {
      message_id: deliverTemplate(sim, person, template, delivery),
      user_id: person.id,
      sent_time: String(sim.clock.now()),
      quota: { dailyQuota: "500", remainingQuota: String(sim.quotas.left.now().znsToday) },
    });
  });
}

const Order = z.looseObject({
  user_id: z.string(),
  template_id: z.string(),
  template_data: z.record(z.string(), z.unknown()),
});
