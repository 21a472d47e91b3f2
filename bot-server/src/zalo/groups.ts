import { z } from "zod";
import {
  Assets,
  assetOf,
  Conversation,
  Detail,
  detailOf,
  Groups,
  groupOf,
  Made,
  Members,
  messageOf,
} from "./group-answers.ts";
import type { OaApi } from "./oa-api.ts";
import { checkedText, pictureOf } from "./oa-message.ts";
import { Id, parsed } from "./wire.ts";

/** Where in a list to begin, and how many to give. */
export type Page = { readonly offset: number; readonly count: number };

export type ZaloGroup = {
  readonly groupId: string;
  readonly name: string;
  readonly link: string | undefined;
  readonly isEnabled: boolean; // not once its asset has lapsed
  readonly members: number | undefined;
};

export type GroupSetting = {
  readonly lockSendMsg: boolean; // only the Official Account and admins write
  readonly joinAppr: boolean; // joining needs an admin's approval
  readonly enableMsgHistory: boolean; // newcomers see what was written before
  readonly enableLinkJoin: boolean;
};

export type GroupDetail = ZaloGroup & {
  readonly mostMembers: number | undefined;
  readonly dissolvesOn: string | undefined; // as Zalo writes it
  readonly assetId: string | undefined;
  readonly assetType: string | undefined;
  readonly assetValidThrough: string | undefined; // as Zalo writes it
  readonly assetRenews: boolean | undefined;
  readonly description: string | undefined;
  readonly setting: { readonly [Name in keyof GroupSetting]: boolean | undefined };
};

export type GroupAsset = {
  readonly assetId: string;
  readonly type: string;
  readonly validThrough: string | undefined; // as Zalo writes it
  readonly renews: boolean | undefined;
  readonly isAvailable: boolean;
  readonly usedByGroupId: string | undefined;
};

export type GroupChange = Partial<GroupSetting> & {
  readonly name?: string;
  readonly description?: string;
};

export type NewGroup = {
  readonly name: string;
  readonly description?: string;
  readonly assetId: string;
  readonly memberIds: readonly string[];
};

export type GroupPost = {
  readonly groupId: string;
  /** A link stands in the text; groups have no buttons. */
  readonly text: string;
  readonly imageAttachmentId?: string;
};

/**
 * A line of a group's history. Only our own words are handed on. `unclear`: it may be ours, and does
 * not say who wrote it, or is a picture whose words it does not give.
 */
export type GroupMessage = { readonly at: number | undefined } & (
  | { readonly from: "us"; readonly messageId: string | undefined; readonly text: string }
  | { readonly from: "others" | "unclear" }
);

export const assetTypes = ["gmf10", "gmf50", "gmf100", "gmf1000"] as const;
export const assetQuotas = ["sub_quota", "purchase_quota", "reward_quota"] as const;

/**
 * The groups that the Official Account has made ("Nhóm chat GMF"). Throws as every call to Zalo does.
 * What is only read, and posts, wait behind alerts when the minute's calls grow few.
 */
export type ZaloGroups = {
  readonly create: (group: NewGroup) => Promise<{ groupId: string; link: string | undefined }>;
  readonly list: (page: Page) => Promise<{ total: number; groups: readonly ZaloGroup[] }>;
  readonly get: (groupId: string) => Promise<GroupDetail>;
  /** Ids of the members who are people; the Official Account itself is left out. */
  readonly members: (groupId: string, page: Page) => Promise<readonly string[]>;
  /** Ids of those who ask to join. */
  readonly requests: (groupId: string, page: Page) => Promise<readonly string[]>;
  readonly decide: (
    groupId: string,
    userIds: readonly string[],
    answer: "accept" | "reject",
  ) => Promise<void>;
  readonly invite: (groupId: string, userIds: readonly string[]) => Promise<void>;
  readonly removeMembers: (groupId: string, userIds: readonly string[]) => Promise<void>;
  readonly updateInfo: (groupId: string, change: GroupChange) => Promise<void>;
  readonly updateAsset: (groupId: string, assetId: string) => Promise<void>;
  readonly assets: (
    type: (typeof assetTypes)[number],
    quota: (typeof assetQuotas)[number],
  ) => Promise<readonly GroupAsset[]>;
  /** Writes in a group. Nobody is called by a name in the text. */
  readonly post: (post: GroupPost) => Promise<{ messageId: string | undefined }>;
  /** What was written there, the latest first, to find out whether a post has arrived. An empty page is its end. */
  readonly conversation: (groupId: string, page: Page) => Promise<readonly GroupMessage[]>;
  readonly delete: (groupId: string) => Promise<void>;
};

export function openGroups(api: OaApi): ZaloGroups {
  const done = async (call: string, body: object): Promise<void> => {
    await api.post(`${groupPath}/${call}`, body);
  };
  const look = (call: string, query: Readonly<Record<string, string>>) =>
    api.get(`${groupPath}/${call}`, query, "bulk");
  const people = async (call: string, groupId: string, page: Page): Promise<readonly string[]> => {
    const query = { group_id: groupId, ...pageQuery(page) };
    const { members } = parsed(Members, await look(call, query));
    return members.flatMap(({ user_id }) => user_id ?? []);
  };
  return {
    create: async (group) => {
      const data = await api.post(`${groupPath}/creategroupwithoa`, newGroupBody(group));
      const made = parsed(Made, data);
      return { groupId: made.group_id, link: made.group_link };
    },
    list: async (page) => {
      const data = await look("getgroupsofoa", pageQuery(page));
      const { total, groups } = parsed(Groups, data);
      return { total: total ?? groups.length, groups: groups.map(groupOf) };
    },
    get: async (groupId) => detailOf(parsed(Detail, await look("getgroup", { group_id: groupId }))),
    members: (groupId, page) => people("listmember", groupId, page),
    requests: (groupId, page) => people("listpendinginvite", groupId, page),
    decide: (groupId, userIds, answer) =>
      done(`${answer}pendinginvite`, { group_id: groupId, member_user_ids: userIds }),
    invite: (groupId, userIds) => done("invite", { group_id: groupId, member_user_ids: userIds }),
    removeMembers: (groupId, userIds) =>
      done("removemembers", { group_id: groupId, member_user_ids: userIds }),
    updateInfo: (groupId, change) => done("updateinfo", changeBody(groupId, change)),
    updateAsset: (groupId, assetId) =>
      done("updateasset", { group_id: groupId, asset_id: assetId }),
    assets: async (type, quota) => {
      const body = { quota_owner: "OA", product_type: type, quota_type: quota };
      return parsed(Assets, await api.post("/v3.0/oa/quota/group", body, "bulk")).map(assetOf);
    },
    post: async (post) => {
      const sent = Sent.safeParse(await api.post(`${groupPath}/message`, postBody(post), "bulk"));
      return { messageId: sent.data?.message_id };
    },
    conversation: async (groupId, page) => {
      const query = { group_id: groupId, ...pageQuery(page) };
      return parsed(Conversation, await look("conversation", query)).map(messageOf);
    },
    delete: (groupId) => done("delete", { group_id: groupId }),
  };
}

const groupPath = "/v3.0/oa/group";
const maxNameLength = 30;
const maxNewMembers = 99;

const Sent = z.looseObject({ message_id: Id });

function pageQuery({ offset, count }: Page): Readonly<Record<string, string>> {
  return { offset: String(offset), count: String(count) };
}

function newGroupBody({ name, description, assetId, memberIds }: NewGroup): object {
  if (memberIds.length < 1 || memberIds.length > maxNewMembers) {
    throw new RangeError(`a new group has 1 to ${maxNewMembers} members`);
  }
  return {
    group_name: checkedName(name),
    ...(description === undefined ? {} : { group_description: description.normalize("NFC") }),
    asset_id: assetId,
    member_user_ids: memberIds,
  };
}

function checkedName(given: string): string {
  const name = given.normalize("NFC").trim();
  if (name === "" || name.length > maxNameLength) {
    throw new RangeError(`the name of a group has 1 to ${maxNameLength} characters`);
  }
  return name;
}

function changeBody(groupId: string, change: GroupChange): object {
  const wanted = {
    group_name: change.name === undefined ? undefined : checkedName(change.name),
    group_description: change.description?.normalize("NFC"),
    lock_send_msg: change.lockSendMsg,
    join_appr: change.joinAppr,
    enable_msg_history: change.enableMsgHistory,
    enable_link_join: change.enableLinkJoin,
  };
  return { group_id: groupId, ...wanted }; // JSON leaves out what is undefined
}

function postBody({ groupId, text, imageAttachmentId }: GroupPost): object {
  const picture =
    imageAttachmentId === undefined ? {} : { attachment: pictureOf(imageAttachmentId) };
  return {
    recipient: { group_id: groupId },
    message: { text: checkedText(withoutMentions(text)), ...picture },
  };
}

/** In a group `[@id]` calls a person, and with the group's own id everybody. */
function withoutMentions(text: string): string {
  return text.replaceAll("[@", "[ @");
}
