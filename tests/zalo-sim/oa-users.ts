import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import type { KeptMessage } from "./chats.ts";
import { vietnamDate } from "./dates.ts";
import { oaRefusal, oaSuccess } from "./oa-api.ts";
import type { Person } from "./people.ts";
import { freeReplies, messagesInPackage } from "./quotas.ts";
import type { Sim } from "./sim.ts";

/** What the Official Account may read about people and its chats with them, and what it may still send. */
export function oaUserRoutes(oa: FastifyInstance, sim: Sim): void {
  oa.get("/v3.0/oa/user/detail", async (request) => {
    const asked = OnePerson.safeParse(dataOf(request));
    const person = asked.success ? sim.people.find(asked.data.user_id) : undefined;
    if (person === undefined) return oaRefusal(-201, "Parameter user_id is invalid");
    if (!person.isReachable) return oaRefusal(-213, "User does not follow this OA");
    return oaSuccess(sim, detailOf(person));
  });

  oa.get("/v3.0/oa/user/getlist", async (request) => {
    const asked = PeoplePage.safeParse(dataOf(request));
    if (!asked.success) return oaRefusal(-201, "Parameter count is invalid");
    const { offset, count, is_follower } = asked.data;
    const people = sim.people
      .all()
      .filter(({ followed }) => is_follower === undefined || String(followed) === is_follower);
    return oaSuccess(sim, {
      total: people.length,
      count,
      offset,
      users: people.slice(offset, offset + count).map(({ id }) => ({ user_id: id })),
    });
  });

  oa.get("/v2.0/oa/listrecentchat", async (request) => {
    const asked = ChatPage.safeParse(dataOf(request));
    if (!asked.success) return oaRefusal(-201, "Parameter count is invalid");
    const { offset, count } = asked.data;
    const newest = sim.people.all().flatMap(({ id }) => sim.chats.of(id).slice(0, 1));
    const sorted = newest.toSorted((one, other) => other.at - one.at);
    return oaSuccess(sim, sorted.slice(offset, offset + count).map(historyForm(sim)));
  });

  oa.get("/v2.0/oa/conversation", async (request) => {
    const asked = Conversation.safeParse(dataOf(request));
    if (!asked.success) return oaRefusal(-201, "Parameter user_id is invalid");
    const { user_id, offset, count } = asked.data;
    const messages = sim.chats.of(user_id).slice(offset, offset + count);
    return oaSuccess(sim, messages.map(historyForm(sim)));
  });

  oa.post("/v3.0/oa/quota/message", async (request) => {
    const ofPerson = OnePerson.safeParse(request.body);
    if (ofPerson.success) return personQuota(sim, ofPerson.data.user_id);
    const ofOa = OaQuota.safeParse(request.body);
    if (!ofOa.success) return oaRefusal(-201, "Parameter quota_owner is invalid");
    return oaSuccess(sim, [
      {
        asset_id: "",
        product_type: "cs",
        quota_type: ofOa.data.quota_type,
        total: String(messagesInPackage),
        remain: String(sim.quotas.left.now().messages),
        valid_through: "31/12/2027",
        auto_renew: false,
        status: "available",
      },
    ]);
  });
}

const page = { offset: z.number().int().min(0).max(9_951) };
const OnePerson = z.looseObject({ user_id: z.string() });
const PeoplePage = z.looseObject({
  ...page,
  count: z.number().int().min(1).max(50),
  is_follower: z.enum(["true", "false"]).optional(),
});
const ChatPage = z.looseObject({ ...page, count: z.number().int().min(1).max(10) });
const Conversation = z.looseObject({ ...ChatPage.shape, user_id: z.string() });
const OaQuota = z.looseObject({
  quota_owner: z.literal("OA"),
  product_type: z.literal("cs"),
  quota_type: z.enum(["sub_quota", "purchase_quota", "reward_quota"]),
});

const Query = z.looseObject({ data: z.string() });

/** These calls take one query parameter, `data`, that holds JSON. */
function dataOf(request: FastifyRequest): unknown {
  const query = Query.safeParse(request.query);
  if (!query.success) return undefined;
  try {
    return JSON.parse(query.data.data);
  } catch {
    return undefined;
  }
}

function detailOf(person: Person) {
  return {
    user_id: person.id,
    user_id_by_app: person.appUserId,
    user_external_id: "",
    display_name: person.name,
    user_alias: person.name,
    is_sensitive: false,
    user_last_interaction_date:
      person.lastInteractionAt === null ? "" : vietnamDate(person.lastInteractionAt),
    user_is_follower: person.followed,
    avatar: "",
    avatars: { 120: "", 240: "" },
    tags_and_notes_info: { notes: [], tag_names: [] },
    shared_info: {},
  };
}

function personQuota(sim: Sim, userId: string) {
  const person = sim.people.find(userId);
  if (person === undefined) return oaRefusal(-201, "Parameter user_id is invalid");
  const remain = sim.quotas.freeRepliesLeft(person);
  return oaSuccess(sim, {
    last_interaction: String(person.lastInteractionAt ?? 0),
    cs_reply: { remain, total: freeReplies },
    promotion: { remain: 0, total: 0 },
  });
}

function historyForm(sim: Sim) {
  return (message: KeptMessage) => {
    const name = sim.people.find(message.chatId)?.name ?? "";
    const [from, to] = message.isFromOa ? [sim.oa.id, message.chatId] : [message.chatId, sim.oa.id];
    const [fromName, toName] = message.isFromOa ? [sim.oa.name, name] : [name, sim.oa.name];
    return {
      src: message.isFromOa ? 0 : 1,
      time: message.at,
      sent_time: new Date(message.at).toISOString(),
      from_id: from,
      from_display_name: fromName,
      from_avatar: "",
      to_id: to,
      to_display_name: toName,
      to_avatar: "",
      message_id: message.messageId,
      type: message.kind,
      message: message.text,
    };
  };
}
