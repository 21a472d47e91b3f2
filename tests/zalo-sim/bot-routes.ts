import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { BotGroup } from "./bot.ts";
import type { Person } from "./people.ts";
import { chatLine, type PhoneAttachment } from "./phones.ts";
import type { Sim } from "./sim.ts";

/** `POST /bot<token>/<method>`: errors come with HTTP 200 and `ok: false`. */
export function botRoutes(zalo: FastifyInstance, sim: Sim): void {
  zalo.post("/bot:token/:method", async (request) => {
    const { token, method } = Address.parse(request.params);
    if (token !== sim.bot.token) return refusal(401, "Unauthorized");
    const answer = methods[method];
    if (answer === undefined) return refusal(404, "Method not found");
    const outcome = await answer(sim, request.body ?? {});
    return sim.chance.withUnknownFields(outcome);
  });
}

type Answer = Record<string, unknown>;
type Method = (sim: Sim, body: unknown) => Answer | Promise<Answer>;

const Address = z.object({ token: z.string(), method: z.string() });
const chat_id = z.string();
const Text = z.looseObject({ chat_id, text: z.string().min(1).max(2_000) });
const Photo = z.looseObject({
  chat_id,
  photo: z.url(),
  caption: z.string().max(2_000).default(""),
});
const Sticker = z.looseObject({ chat_id, sticker: z.string().min(1) });
const Voice = z.looseObject({ chat_id, voice_url: z.url().endsWith(".aac") });
const Action = z.looseObject({ chat_id, action: z.literal("typing") });
const Webhook = z.looseObject({
  url: z.url({ protocol: /^https?$/ }), // Zalo wants https; on this machine there is none
  secret_token: z.string().min(8).max(256),
});
const Poll = z.looseObject({ timeout: z.coerce.number().min(0).max(60).default(30) });

const methods: Readonly<Record<string, Method>> = {
  getMe: (sim) =>
    success({
      id: sim.bot.token.split(":")[0] ?? "",
      account_name: sim.bot.name,
      account_type: "BASIC",
      can_join_groups: true,
    }),
  sendMessage: (sim, body) => withBody(Text, body, ({ chat_id, text }) => send(sim, chat_id, text)),
  sendPhoto: (sim, body) =>
    withBody(Photo, body, ({ chat_id, photo, caption }) =>
      send(sim, chat_id, caption, { kind: "image", url: photo }),
    ),
  sendSticker: (sim, body) =>
    withBody(Sticker, body, ({ chat_id, sticker }) =>
      send(sim, chat_id, "", { kind: "sticker", url: sticker }),
    ),
  sendVoice: (sim, body) =>
    withBody(Voice, body, ({ chat_id, voice_url }) =>
      groupWith(sim, chat_id) === undefined
        ? send(sim, chat_id, "", { kind: "file", name: "voice.aac", url: voice_url })
        : refusal(400, "Bad Request: voice is for private chats"),
    ),
  sendChatAction: (sim, body) =>
    withBody(Action, body, ({ chat_id }) =>
      receiversOf(sim, chat_id).length === 0 ? noSuchChat : success({ ok: true }),
    ),
  setWebhook: (sim, body) =>
    withBody(Webhook, body, ({ url, secret_token }) => {
      sim.bot.setWebhook({ url, secret: secret_token, setAt: sim.clock.now() });
      return success({ url, updated_at: sim.clock.now() });
    }),
  deleteWebhook: (sim) => {
    sim.bot.setWebhook(undefined);
    return success({ url: "", updated_at: sim.clock.now() });
  },
  getWebhookInfo: (sim) => {
    const webhook = sim.bot.webhook();
    return success({ url: webhook?.url ?? "", updated_at: webhook?.setAt ?? 0 });
  },
  getUpdates: (sim, body) => withBody(Poll, body, ({ timeout }) => nextUpdate(sim, timeout)),
};

const noSuchChat = refusal(400, "Bad Request: chat not found");
const pollEvery = 20;

/** One update, or after `seconds` the answer that there is none. */
async function nextUpdate(sim: Sim, seconds: number): Promise<Answer> {
  if (sim.bot.webhook() !== undefined) return refusal(400, "Bad Request: a webhook is set");
  const until = Date.now() + seconds * 1_000;
  for (;;) {
    const update = sim.bot.takeUpdate();
    if (update !== undefined) return success(update.body["result"]);
    if (Date.now() >= until) return refusal(408, "Request timeout");
    await sleep(pollEvery, undefined, { ref: false });
  }
}

/** A chat exists once the person has written to the Bot, or somebody has put it into the group. */
function receiversOf(sim: Sim, chatId: string): readonly Person[] {
  const group = groupWith(sim, chatId);
  if (group !== undefined) return sim.people.all().filter(({ id }) => group.members.includes(id));
  const person = sim.people.findBy("botChatId", chatId);
  return person?.usesBot ? [person] : [];
}

function groupWith(sim: Sim, chatId: string): BotGroup | undefined {
  return sim.bot.groups().find((group) => group.chatId === chatId);
}

function send(sim: Sim, chatId: string, text: string, attachment?: PhoneAttachment): Answer {
  const receivers = receiversOf(sim, chatId);
  if (receivers.length === 0) return noSuchChat;
  if (!sim.quotas.use("botMessages")) return refusal(429, "Too Many Requests");
  const groupId = groupWith(sim, chatId)?.chatId;
  const chat = groupId === undefined ? "bot" : "group";
  const messageId = sim.chance.hex(20);
  const line = { chat, groupId, from: "bot", messageId, text, attachment } as const;
  for (const { id } of receivers) sim.phones.show(id, sim.clock.now(), chatLine(line));
  return success({ message_id: messageId, date: sim.clock.now() });
}

function withBody<Body>(
  schema: z.ZodType<Body>,
  body: unknown,
  answer: (body: Body) => Answer | Promise<Answer>,
): Answer | Promise<Answer> {
  const read = schema.safeParse(body);
  if (read.success) return answer(read.data);
  return refusal(400, `Bad Request: ${read.error.issues[0]?.path.join(".") ?? "body"}`);
}

function success(result: unknown): Answer {
  return { ok: true, result };
}

function refusal(error_code: number, description: string): Answer {
  return { ok: false, error_code, description };
}
