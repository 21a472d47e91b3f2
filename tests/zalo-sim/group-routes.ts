import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { vietnamDate } from "./dates.ts";
import { ProductType, QuotaType } from "./gmf-assets.ts";
import { groupOf, Page } from "./group-requests.ts";
import { dissolvesAt, type Group, maxMembersOf } from "./groups.ts";
import { isProblem } from "./message-body.ts";
import { oaRefusal, oaSuccess } from "./oa-api.ts";
import type { Sim } from "./sim.ts";

/** Reading about groups: `/v3.0/oa/group/{getgroupsofoa,getgroup,listmember,…}` and the assets that pay for them. */
export function groupReadRoutes(oa: FastifyInstance, sim: Sim): void {
  oa.get("/v3.0/oa/group/getgroupsofoa", async (request) => {
    const page = Page.safeParse(request.query);
    if (!page.success) return oaRefusal(-201, "Parameter count is invalid");
    const groups = sim.groups.all();
    return oaSuccess(sim, {
      total: groups.length,
      groups: cut(groups, page.data).map((group) => shortForm(sim, group)),
    });
  });

  oa.get("/v3.0/oa/group/getgroup", async (request) => {
    const group = groupOf(sim, request.query);
    return isProblem(group) ? oaRefusal(...group) : oaSuccess(sim, longForm(sim, group));
  });

  oa.get("/v3.0/oa/group/listmember", async (request) => people(sim, request, "members"));
  oa.get("/v3.0/oa/group/listpendinginvite", async (request) => people(sim, request, "waiting"));

  oa.get("/v3.0/oa/group/conversation", async (request) => {
    const group = groupOf(sim, request.query);
    const page = Page.safeParse(request.query);
    if (isProblem(group)) return oaRefusal(...group);
    if (!page.success) return oaRefusal(-201, "Parameter count is invalid");
    return oaSuccess(sim, cut(sim.chats.of(group.id), page.data).map(historyForm(sim)));
  });

  oa.get("/v3.0/oa/group/listrecentchat", async (request) => {
    const page = Page.safeParse(request.query);
    if (!page.success) return oaRefusal(-201, "Parameter count is invalid");
    const newest = sim.groups.all().flatMap((group) => sim.chats.of(group.id).slice(0, 1));
    const sorted = newest.toSorted((one, other) => other.at - one.at);
    return oaSuccess(sim, cut(sorted, page.data).map(historyForm(sim)));
  });

  oa.post("/v3.0/oa/quota/group", async (request) => {
    const asked = AssetQuery.safeParse(request.body);
    if (!asked.success) return oaRefusal(-201, "Parameter quota_owner is invalid");
    const { product_type, quota_type } = asked.data;
    const assets = sim.assets
      .all()
      .filter((asset) => asset.productType === product_type && asset.quotaType === quota_type);
    return oaSuccess(
      sim,
      assets.map((asset) => ({
        asset_id: asset.id,
        product_type,
        quota_type,
        valid_through: vietnamDate(asset.validThrough),
        auto_renew: false,
        status: asset.usedBy === undefined ? "available" : "used",
        ...(asset.usedBy === undefined ? {} : { used_id: asset.usedBy }),
      })),
    );
  });
}

/** A group as `getgroup` and `updateinfo` answer it. */
export function longForm(sim: Sim, group: Group) {
  const asset = sim.assets.find(group.assetId);
  const isEnabled = sim.groups.isEnabled(group);
  return {
    group_info: {
      ...shortForm(sim, group),
      group_description: group.description,
      max_member: String(maxMembersOf(sim, group.assetId)),
      auto_delete_date: isEnabled ? "" : vietnamDate(dissolvesAt(sim, group)),
    },
    asset_info: {
      asset_id: group.assetId,
      asset_type: asset?.productType ?? "",
      valid_through: vietnamDate(asset?.validThrough ?? 0),
      auto_renew: false,
    },
    group_setting: group.setting,
  };
}

const AssetQuery = z.looseObject({
  quota_owner: z.literal("OA"),
  product_type: ProductType,
  quota_type: QuotaType,
});

function shortForm(sim: Sim, group: Group) {
  return {
    group_id: group.id,
    name: group.name,
    avatar: group.avatar,
    group_link: group.link,
    status: sim.groups.isEnabled(group) ? "enabled" : "disabled",
    total_member: group.members.length + 1, // the Official Account counts too
  };
}

function people(sim: Sim, request: FastifyRequest, which: "members" | "waiting") {
  const group = groupOf(sim, request.query);
  const page = Page.safeParse(request.query);
  if (isProblem(group)) return oaRefusal(...group);
  if (!page.success) return oaRefusal(-201, "Parameter count is invalid");
  const persons = group[which].map((id) => ({
    user_id: id,
    name: sim.people.find(id)?.name ?? "",
    avatar: "",
  }));
  const own = which === "members" ? [{ oa_id: sim.oa.id, name: sim.oa.name, avatar: "" }] : [];
  const all = [...own, ...persons];
  return oaSuccess(sim, { total: all.length, members: cut(all, page.data) });
}

function historyForm(sim: Sim) {
  return (message: ReturnType<Sim["chats"]["all"]>[number]) => ({
    message_id: message.messageId,
    group_id: message.chatId,
    ...(sim.conditions.now().historyNamesSender ? { src: message.isFromOa ? 0 : 1 } : {}),
    time: message.at,
    type: message.kind,
    ...wordsIn(sim, message),
    from_id: message.senderId,
    from_display_name: message.isFromOa
      ? sim.oa.name
      : (sim.people.find(message.senderId)?.name ?? ""),
    from_avatar: "",
  });
}

function wordsIn(sim: Sim, { kind, text }: { readonly kind: string; readonly text: string }) {
  if (kind !== "image") return { message: text };
  switch (sim.conditions.now().pictureWords) {
    case "message":
      return { message: text };
    case "description":
      return { message: "", description: text };
    case "links":
      return { message: "", links: [{ title: "", url: "", description: text }] };
    case "nowhere":
      return { message: "" };
  }
}

function cut<Entry>(all: readonly Entry[], { offset, count }: z.infer<typeof Page>) {
  return all.slice(offset, offset + count);
}
