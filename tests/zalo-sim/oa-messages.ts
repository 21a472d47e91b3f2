import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { day } from "./clock.ts";
import { type Content, contentOf, isProblem, MessageBody, parameterOf } from "./message-body.ts";
import { oaRefusal, oaSuccess, type Problem } from "./oa-api.ts";
import { emitEcho, emitOaEvent } from "./oa-events.ts";
import type { Person } from "./people.ts";
import { chatLine } from "./phones.ts";
import type { Sim } from "./sim.ts";

/** Consultation messages (`/v3.0/oa/message/cs`), and the endpoints that Zalo has switched off. */
export function oaMessageRoutes(oa: FastifyInstance, sim: Sim): void {
  oa.post("/v3.0/oa/message/cs", async (request) => {
    const parsed = Message.safeParse(request.body);
    if (!parsed.success)
      return oaRefusal(-201, `Parameter ${parameterOf(parsed.error)} is invalid`);

    const { recipient, message } = parsed.data;
    const content = contentOf(sim, message);
    if (isProblem(content)) return oaRefusal(...content);
    const person = receiverOf(sim, recipient.user_id);
    if (isProblem(person)) return oaRefusal(...person);
    const quota = sim.quotas.payMessage(person);
    if (quota === undefined) return oaRefusal(-211, "Out of quota");

    const messageId = sim.chance.hex(20);
    showFromOa(sim, person, { messageId, content });
    return oaSuccess(sim, { message_id: messageId, user_id: person.id, quota });
  });

  for (const path of ["/v3.0/oa/message/transaction", "/v3.0/oa/message/promotion"]) {
    oa.post(path, async () => oaRefusal(-233, "Message type is not supported"));
  }
  oa.post("/v2.0/oa/message", async () => oaRefusal(-240, "API v2 message is closed"));
}

type FromOa = {
  readonly messageId: string;
  readonly content: Content;
  readonly adminId?: string; // a human answers in the Official Account's inbox
};

/** Puts a message of the Official Account on a phone and into its history, and echoes it. */
export function showFromOa(sim: Sim, person: Person, message: FromOa): void {
  const { messageId, content, adminId } = message;
  const from = adminId === undefined ? "oa" : "admin";
  const at = sim.clock.now();
  const { text, buttons, attachment } = content;
  sim.phones.show(
    person.id,
    at,
    chatLine({ chat: "oa", from, messageId, text, buttons, attachment }),
  );
  sim.chats.keep({
    messageId,
    chatId: person.id,
    senderId: sim.oa.id,
    isFromOa: true,
    kind: content.kind,
    text,
    at,
  });
  emitEcho(sim, person, messageId, content, adminId);
  if (sim.conditions.now().receipts) {
    emitOaEvent(sim, "user_received_message", {
      sender: { id: sim.oa.id },
      recipient: { id: person.id },
      user_id_by_app: person.appUserId,
      message: { msg_id: messageId },
    });
  }
}

/** Who would get a message of the Official Account, or why Zalo would not deliver it. */
export function receiverOf(sim: Sim, userId: string): Person | Problem {
  const person = sim.people.find(userId);
  if (person === undefined) return [-201, "Parameter user_id is invalid"];
  if (person.blocked) return [-217, "User has blocked this OA"];
  if (!person.isReachable) return [-213, "User does not follow this OA"];
  const last = person.lastInteractionAt;
  if (last === null || sim.clock.now() - last > 7 * day) {
    return [-230, "User has not interacted with the OA in the past 7 days"];
  }
  return person;
}

const Message = z.looseObject({
  recipient: z.looseObject({ user_id: z.string() }), // a number would lose digits: Zalo's ids are strings
  message: MessageBody,
});
