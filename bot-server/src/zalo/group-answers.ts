import { z } from "zod";
import type { GroupAsset, GroupDetail, GroupMessage, ZaloGroup } from "./groups.ts";
import { Count, Flag, Id, optional } from "./wire.ts";

/** How Zalo answers about groups, and how we say the same. */

const MadeFlat = z.looseObject({ group_id: Id, group_link: optional(z.string()) });
/** Zalo's sources disagree whether the new group lies in the answer or one level deeper. */
export const Made = z.union([
  MadeFlat,
  z.looseObject({ group_info: MadeFlat }).transform(({ group_info }) => group_info),
]);

const Group = z.looseObject({
  group_id: Id,
  name: z.string().catch(""),
  group_link: optional(z.string()),
  status: optional(z.string()),
  total_member: optional(Count),
});
export const Groups = z.looseObject({ total: optional(Count), groups: z.array(Group) });

export const Detail = z.looseObject({
  group_info: Group.extend({
    max_member: optional(Count),
    auto_delete_date: optional(Id),
    group_description: optional(z.string()),
  }),
  asset_info: optional(
    z.looseObject({
      asset_id: optional(Id),
      asset_type: optional(z.string()),
      valid_through: optional(Id),
      auto_renew: optional(Flag),
    }),
  ),
  group_setting: optional(
    z.looseObject({
      lock_send_msg: optional(Flag),
      join_appr: optional(Flag),
      enable_msg_history: optional(Flag),
      enable_link_join: optional(Flag),
    }),
  ),
});

export const Members = z
  .union([
    z.looseObject({ members: z.array(z.looseObject({ user_id: optional(Id) })) }),
    z.array(z.looseObject({ user_id: optional(Id) })),
  ])
  .transform((answer) => ({ members: Array.isArray(answer) ? answer : answer.members }));

export const Assets = z.array(
  z.looseObject({
    asset_id: Id,
    product_type: z.string().catch(""),
    valid_through: optional(Id),
    auto_renew: optional(Flag),
    status: optional(z.string()),
    used_id: optional(Id),
  }),
);

const words = z.string().catch("");
/** Where the words beside a picture stand is not documented: any of these may hold them. */
export const Conversation = z.array(
  z.looseObject({
    src: optional(Count),
    message_id: optional(Id),
    time: optional(Count),
    type: optional(z.string()),
    message: words,
    description: words,
    links: z.array(z.looseObject({ title: words, url: words, description: words })).catch([]),
  }),
);

export function groupOf(group: z.output<typeof Group>): ZaloGroup {
  return {
    groupId: group.group_id,
    name: group.name,
    link: group.group_link,
    isEnabled: group.status !== "disabled",
    members: group.total_member,
  };
}

export function detailOf({
  group_info,
  asset_info,
  group_setting,
}: z.output<typeof Detail>): GroupDetail {
  return {
    ...groupOf(group_info),
    mostMembers: group_info.max_member,
    dissolvesOn: group_info.auto_delete_date,
    assetId: asset_info?.asset_id,
    assetType: asset_info?.asset_type,
    assetValidThrough: asset_info?.valid_through,
    assetRenews: asset_info?.auto_renew,
    description: group_info.group_description,
    setting: {
      lockSendMsg: group_setting?.lock_send_msg,
      joinAppr: group_setting?.join_appr,
      enableMsgHistory: group_setting?.enable_msg_history,
      enableLinkJoin: group_setting?.enable_link_join,
    },
  };
}

export function assetOf(asset: z.output<typeof Assets>[number]): GroupAsset {
  return {
    assetId: asset.asset_id,
    type: asset.product_type,
    validThrough: asset.valid_through,
    renews: asset.auto_renew,
    isAvailable: asset.status === "available",
    usedByGroupId: asset.used_id,
  };
}

/** Another's words end here, and so do those of which nobody says whose they are. */
export function messageOf(said: z.output<typeof Conversation>[number]): GroupMessage {
  const { message_id: messageId, src, time: at } = said;
  if (src === undefined) return { from: "unclear", at };
  if (src !== fromOa) return { from: "others", at };
  const text = wordsOf(said);
  return isClear(said.type, text) ? { from: "us", at, messageId, text } : { from: "unclear", at };
}

const fromOa = 0;

function wordsOf({ message, description, links }: z.output<typeof Conversation>[number]): string {
  const inLinks = links.flatMap((link) => [link.title, link.url, link.description]);
  return [message, description, ...inLinks].filter((part) => part !== "").join("\n");
}

/** A picture may stand in a history without its words, or with a stop-gap in their place. */
function isClear(type: string | undefined, text: string): boolean {
  return type === "text" ? text !== "" : text.includes("://");
}
