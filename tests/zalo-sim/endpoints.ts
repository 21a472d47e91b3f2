import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { People } from "./people.ts";

/** The families of Zalo's addresses, for orders to fail. */
export const Endpoint = z.enum([
  "token",
  "cs",
  "template",
  "upload",
  "account",
  "users",
  "chats",
  "quota",
  "group",
  "zns",
  "graph",
  "mini",
  "bot",
]);
export type Endpoint = z.infer<typeof Endpoint>;

/** What a call is about: where it goes, and whom it reaches. */
export type Subject = {
  readonly endpoint: Endpoint | undefined;
  readonly userId: string | undefined;
  readonly groupId: string | undefined;
};

export function subjectOf(request: FastifyRequest, people: People): Subject {
  const body = Body.safeParse(request.body).data ?? {};
  const query = Query.safeParse(request.query).data ?? {};
  const phone = (body.phone ?? "").replace(/^\+/, "");
  const reached =
    people.findBy("phone", phone) ??
    people.findBy("botChatId", body.chat_id ?? "") ??
    people.findBy("appUserId", String(request.headers["x-user-id"] ?? ""));
  return {
    endpoint: endpointOf(request.url),
    userId: body.recipient?.user_id ?? body.user_id ?? reached?.id,
    groupId: body.recipient?.group_id ?? body.group_id ?? query.group_id ?? body.chat_id,
  };
}

function endpointOf(url: string): Endpoint | undefined {
  return addresses.find(([address]) => address.test(url))?.[1];
}

const addresses: readonly (readonly [RegExp, Endpoint])[] = [
  [/^\/v4\/oa\/access_token/, "token"],
  [/^\/v3\.0\/oa\/message\/cs/, "cs"],
  [/^\/v3\.0\/oa\/message\/template/, "template"],
  [/^\/v2\.0\/oa\/upload\//, "upload"],
  [/^\/v2\.0\/oa\/getoa/, "account"],
  [/^\/v3\.0\/oa\/user\//, "users"],
  [/^\/v2\.0\/oa\/(listrecentchat|conversation)/, "chats"],
  [/^\/v3\.0\/oa\/quota\/message/, "quota"],
  [/^\/v3\.0\/oa\/(group\/|quota\/group)/, "group"],
  [/^\/(message|template|quality)\b/, "zns"],
  [/^\/v2\.0\/me/, "graph"],
  [/^\/notification\//, "mini"],
  [/^\/bot[^/]+\//, "bot"],
];

const id = z.string().optional().catch(undefined);
const Body = z.looseObject({
  recipient: z.looseObject({ user_id: id, group_id: id }).optional().catch(undefined),
  user_id: id,
  group_id: id,
  phone: id,
  chat_id: id,
});
const Query = z.looseObject({ group_id: id });
