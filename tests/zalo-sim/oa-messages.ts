import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { day, hour } from "./clock.ts";
import { oaRefusal, oaSuccess } from "./oa-api.ts";
import type { Person } from "./people.ts";
import type { PhoneButton } from "./phones.ts";
import type { Sim } from "./sim.ts";

/** Consultation messages (`/v3.0/oa/message/cs`) with text and buttons, and the endpoints that Zalo has switched off. */
export function oaMessageRoutes(oa: FastifyInstance, sim: Sim): void {
  oa.post("/v3.0/oa/message/cs", async (request) => {
    const parsed = Message.safeParse(request.body);
    if (!parsed.success)
      return oaRefusal(-201, `Parameter ${parameterOf(parsed.error)} is invalid`);

    const { recipient, message } = parsed.data;
    const buttons = message.attachment?.payload.buttons ?? [];
    const problem = limitProblem(message.text, buttons) ?? receiverProblem(sim, recipient.user_id);
    if (problem !== undefined) return oaRefusal(...problem);

    const now = sim.clock.now();
    sim.phones.show(recipient.user_id, now, {
      app: "zalo",
      text: message.text ?? "",
      buttons: buttons.map(shownButton),
    });
    return oaSuccess(sim, {
      message_id: sim.chance.hex(20),
      user_id: recipient.user_id,
      quota: quotaFor(sim.people.find(recipient.user_id), now),
    });
  });

  for (const path of ["/v3.0/oa/message/transaction", "/v3.0/oa/message/promotion"]) {
    oa.post(path, async () => oaRefusal(-233, "Message type is not supported"));
  }
  oa.post("/v2.0/oa/message", async () => oaRefusal(-240, "API v2 message is closed"));
}

const url = z.url({ protocol: /^https?$/ });
const Button = z.discriminatedUnion("type", [
  z.looseObject({
    type: z.literal("oa.open.url"),
    title: z.string(),
    payload: z.looseObject({ url }),
  }),
  z.looseObject({ type: z.literal("oa.query.show"), title: z.string(), payload: z.string() }),
  z.looseObject({ type: z.literal("oa.query.hide"), title: z.string(), payload: z.string() }),
  z.looseObject({
    type: z.literal("oa.open.phone"),
    title: z.string(),
    payload: z.looseObject({ phone_code: z.string() }),
  }),
]);
type Button = z.infer<typeof Button>;

const Attachment = z.looseObject({
  type: z.literal("template"),
  payload: z.looseObject({
    template_type: z.enum(["button", "list"]).optional(),
    buttons: z.array(Button).min(1),
  }),
});

const Message = z.looseObject({
  recipient: z.looseObject({ user_id: z.string() }), // a number would lose digits: Zalo's ids are strings
  message: z
    .looseObject({ text: z.string().min(1).optional(), attachment: Attachment.optional() })
    .refine((message) => message.text !== undefined || message.attachment !== undefined),
});

type Problem = readonly [code: number, message: string];

function parameterOf(error: z.ZodError): string {
  return error.issues[0]?.path.join(".") ?? "";
}

function limitProblem(text: string | undefined, buttons: readonly Button[]): Problem | undefined {
  if ((text?.length ?? 0) > 2_000) return [-210, "Parameter text is over the limit"];
  if (buttons.length > 5) return [-210, "Parameter buttons is over the limit"];
  if (buttons.some((button) => button.title.length > 100))
    return [-210, "Parameter title is over the limit"];
  return undefined;
}

function receiverProblem(sim: Sim, userId: string): Problem | undefined {
  const person = sim.people.find(userId);
  if (person === undefined) return [-201, "Parameter user_id is invalid"];
  if (person.blocked) return [-217, "User has blocked this OA"];
  if (!person.followed) return [-213, "User does not follow this OA"];
  const last = person.lastInteractionAt;
  if (last === null || sim.clock.now() - last > 7 * day) {
    return [-230, "User has not interacted with the OA in the past 7 days"];
  }
  return undefined;
}

/** Within 48 hours of the last interaction a message is free; later it is taken from the package. */
function quotaFor(person: Person | undefined, now: number) {
  const isFree = now - (person?.lastInteractionAt ?? 0) <= 48 * hour;
  return isFree
    ? { quota_type: "reply", remain: "7", total: "8", owner_type: "OA" }
    : { quota_type: "sub_quota", remain: "499", total: "500", owner_type: "OA" };
}

function shownButton(button: Button): PhoneButton {
  return {
    title: button.title,
    url: button.type === "oa.open.url" ? button.payload.url : undefined,
  };
}
