import { z } from "zod";
import type { BotEvent } from "./event.ts";
import { keyOf } from "./event-key.ts";
import { Count, Id, optional } from "./wire.ts";

/** What an update of the Bot says; undefined for what nobody has to act on. Never throws. */
export function readBotEvent(raw: unknown): BotEvent | undefined {
  const update = BotUpdate.safeParse(raw);
  if (!update.success) return undefined;
  const { event_name, message } = update.data.result;
  return {
    kind: "bot-message",
    key: keyOf(event_name, message.message_id),
    at: message.date,
    msgId: message.message_id,
    chatId: message.chat.id,
    isGroup: message.chat.chat_type === "GROUP",
    userId: message.from.id,
    text: message.text,
  };
}

const BotUpdate = z.looseObject({
  result: z.looseObject({
    event_name: z.string().regex(/^message\..+\.received$/),
    message: z.looseObject({
      from: z.looseObject({ id: Id }),
      chat: z.looseObject({ id: Id, chat_type: optional(z.string()) }),
      text: optional(z.string()),
      message_id: Id,
      date: Count,
    }),
  }),
});
