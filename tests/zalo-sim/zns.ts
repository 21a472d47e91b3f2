import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { isNight } from "./dates.ts";
import type { Problem } from "./oa-api.ts";
import type { Person } from "./people.ts";
import type { Sim } from "./sim.ts";
import { deliverTemplate } from "./template-delivery.ts";
import { type Template, valuesProblem } from "./zns-templates.ts";

/** Template messages by phone number: `POST /message/template` and what can be read about them. */
export function znsRoutes(zns: FastifyInstance, sim: Sim): void {
  zns.addHook("preHandler", async (request, reply) => guard(sim, request, reply));

  zns.post("/message/template", async (request) => {
    const order = ByPhone.safeParse(request.body);
    if (!order.success) return refusal(...orderProblem(order.error));
    const phone = order.data.phone.replace(/^\+/, "");
    return send(sim, order.data, sim.people.findBy("phone", phone));
  });
  zns.post("/message/template/hashphone", async (request) => {
    const order = ByHash.safeParse(request.body);
    if (!order.success) return refusal(...orderProblem(order.error));
    const { hash_phone } = order.data;
    return send(
      sim,
      order.data,
      sim.people.all().find(({ phone }) => hashOf(phone) === hash_phone),
    );
  });

  zns.get("/message/status", async (request) => {
    const asked = z.looseObject({ message_id: z.string() }).safeParse(request.query);
    if (!asked.success) return refusal(-132, "Parameter is invalid");
    const sent = sim.znsSent.get(asked.data.message_id);
    const data =
      sent === undefined
        ? { status: -1, message: "Message not found" }
        : { status: 1, delivery_time: String(sent), message: "Message delivered" };
    return success(sim, data);
  });
  zns.get("/message/quota", async () => success(sim, quotaOf(sim)));
  zns.get("/quality", async () =>
    success(sim, { oaCurrentQuality: "HIGH", oa7dayQuality: "HIGH" }),
  );

  zns.get("/template/all", async (request) => {
    const asked = TemplatePage.safeParse(request.query);
    if (!asked.success) return refusal(-132, "Parameter is invalid");
    const { offset, limit } = asked.data;
    const own = sim.templates.all().filter(({ isForeign }) => !isForeign);
    const page = own.slice(offset, offset + limit).map(({ id, name, status }) => ({
      templateId: Number(id),
      templateName: name,
      status,
    }));
    return success(sim, page, { metadata: { total: own.length } });
  });
  zns.get("/template/info/v2", async (request) => {
    const asked = z.looseObject({ template_id: z.string() }).safeParse(request.query);
    const template = asked.success ? sim.templates.find(asked.data.template_id) : undefined;
    if (template === undefined) return refusal(-109, "Template is invalid");
    if (template.isForeign) return refusal(-117, "OA has no access to this template");
    return success(sim, {
      templateId: Number(template.id),
      templateName: template.name,
      status: template.status,
      timeout: 7_200_000,
      listParams: template.params.map((param) => ({ ...param, acceptNull: false })),
      listButtons: [],
      templateQuality: "HIGH",
    });
  });
}

const order = {
  template_id: z.string(),
  template_data: z.record(z.string(), z.unknown()),
  tracking_id: z.string().max(48).optional(),
  sending_mode: z.enum(["1", "3"]).optional(),
  mode: z.literal("development").optional(),
};
const ByPhone = z.looseObject({ phone: z.string().regex(/^\+?84\d{9}$/), ...order });
const ByHash = z.looseObject({ hash_phone: z.string().regex(/^[0-9a-f]{64}$/), ...order });
const Common = z.looseObject(order);
type Order = z.infer<typeof Common>;

const TemplatePage = z.looseObject({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(100),
});

async function guard(sim: Sim, request: FastifyRequest, reply: FastifyReply) {
  const isGood = sim.tokens.state(String(request.headers["access_token"] ?? "")) === "good";
  return isGood ? undefined : reply.send(refusal(-124, "Access token is invalid"));
}

function send(sim: Sim, order: Order, person: Person | undefined) {
  const template = templateOf(sim, order);
  if ("code" in template) return refusal(template.code, template.message);
  const problem =
    valuesProblem(template, order.template_data) ??
    moneyProblem(sim) ??
    receiverProblem(sim, order, person) ??
    timeProblem(sim) ??
    quotaProblem(sim);
  if (problem !== undefined) return refusal(...problem);
  if (person === undefined) return refusal(-118, "Zalo account does not exist");

  const values = order.template_data;
  const messageId = deliverTemplate(sim, person, template, {
    values,
    to: person.phone,
    trackingId: order.tracking_id,
  });
  return success(sim, {
    msg_id: messageId,
    sent_time: String(sim.clock.now()),
    sending_mode: order.sending_mode ?? "1",
    quota: quotaOf(sim),
  });
}

function templateOf(sim: Sim, order: Order): Template | { code: number; message: string } {
  const template = sim.templates.find(order.template_id);
  if (template === undefined) return { code: -109, message: "Template is invalid" };
  if (template.isForeign) return { code: -117, message: "OA has no access to this template" };
  if (template.status === "DISABLE") return { code: -146, message: "Template is disabled" };
  const isTrial = order.mode === "development" && template.status === "PENDING_REVIEW";
  if (template.status !== "ENABLE" && !isTrial) {
    return { code: -131, message: "Template is not approved" };
  }
  if (Object.keys(order.template_data).length === 0 && template.params.length > 0) {
    return { code: -111, message: "Template data is empty" };
  }
  return template;
}

function moneyProblem(sim: Sim): Problem | undefined {
  const { zca } = sim.conditions.now();
  if (zca === "missing") return [-136, "Zalo Cloud Account is missing"];
  return zca === "unpaid" ? [-137, "Zalo Cloud Account cannot be charged"] : undefined;
}

function receiverProblem(sim: Sim, order: Order, person: Person | undefined): Problem | undefined {
  if (person === undefined) return [-118, "Zalo account does not exist"];
  if (person.blocked) return [-141, "User refuses messages from this OA"];
  if (order.mode === "development" && !person.oaAdmin) {
    return [-127, "Test template can only be sent to admins"];
  }
  return sim.conditions.now().isVerified ? undefined : [-135, "OA may not send"];
}

function timeProblem(sim: Sim): Problem | undefined {
  const isForbidden = sim.conditions.now().znsNight === "refused" && isNight(sim.clock.now());
  return isForbidden ? [-133, "Messages cannot be sent from 22:00 to 06:00"] : undefined;
}

function quotaProblem(sim: Sim): Problem | undefined {
  if (sim.quotas.left.now().templateToday <= 0) return [-147, "Template daily limit reached"];
  if (!sim.quotas.use("znsToday")) return [-144, "OA daily limit reached"];
  sim.quotas.use("templateToday");
  return undefined;
}

function orderProblem(error: z.ZodError): Problem {
  const field = String(error.issues[0]?.path[0] ?? "");
  if (field === "phone" || field === "hash_phone") return [-108, "Phone number is invalid"];
  if (field === "template_id") return [-109, "Template is invalid"];
  if (field === "template_data") return [-111, "Template data is empty"];
  return [-132, `Parameter ${field} is invalid`];
}

function quotaOf(sim: Sim) {
  return { dailyQuota: "500", remainingQuota: String(sim.quotas.left.now().znsToday) };
}

function success(sim: Sim, data: object, beside: object = {}) {
  return sim.chance.withUnknownFields({ error: 0, message: "Success", data, ...beside });
}

function refusal(error: number, message: string) {
  return { error, message };
}

function hashOf(phone: string): string {
  return createHash("sha256").update(phone).digest("hex");
}
