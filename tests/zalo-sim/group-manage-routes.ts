import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { sayInGroup } from "./group-chat.ts";
import { groupOf } from "./group-requests.ts";
import { longForm } from "./group-routes.ts";
import type { Group } from "./groups.ts";
import { contentOf, isProblem, MessageBody, parameterOf } from "./message-body.ts";
import { oaRefusal, oaSuccess, type Problem } from "./oa-api.ts";
import type { Sim } from "./sim.ts";

/** Making and keeping groups, and writing into them: `POST /v3.0/oa/group/…`. */
export function groupManageRoutes(oa: FastifyInstance, sim: Sim): void {
  oa.post("/v3.0/oa/group/creategroupwithoa", async (request) => {
    const asked = NewGroupBody.safeParse(request.body);
    if (!asked.success) return oaRefusal(...badParameter(asked.error));
    const { group_name, group_description, asset_id, member_user_ids } = asked.data;
    const group = sim.groups.create({
      name: group_name,
      description: group_description,
      assetId: asset_id,
      memberIds: member_user_ids,
    });
    if (isProblem(group)) return oaRefusal(...group);
    const { group_info } = longForm(sim, group);
    const isNested = sim.conditions.now().createdGroup === "nested";
    return oaSuccess(sim, isNested ? { group_info } : group_info);
  });

  const withMembers = (
    path: string,
    act: (group: Group, ids: readonly string[]) => Problem | undefined,
  ) =>
    oa.post(`/v3.0/oa/group/${path}`, async (request) => {
      const group = groupOf(sim, request.body);
      const asked = Members.safeParse(request.body);
      if (isProblem(group)) return oaRefusal(...group);
      if (!asked.success) return oaRefusal(...badParameter(asked.error));
      const problem = disabledProblem(sim, group) ?? act(group, asked.data.member_user_ids);
      return problem === undefined ? oaSuccess(sim, {}) : oaRefusal(...problem);
    });
  withMembers("invite", sim.groups.invite);
  withMembers("acceptpendinginvite", (group, ids) => sim.groups.decide(group, ids, "accept"));
  withMembers("rejectpendinginvite", (group, ids) => sim.groups.decide(group, ids, "reject"));
  withMembers("addadmins", (group, ids) => sim.groups.setAdmins(group, ids, "add"));
  withMembers("removeadmins", (group, ids) => sim.groups.setAdmins(group, ids, "remove"));
  withMembers("removemembers", sim.groups.leave);

  oa.post("/v3.0/oa/group/delete", async (request) => {
    const group = groupOf(sim, request.body);
    if (isProblem(group)) return oaRefusal(...group);
    sim.groups.remove(group);
    return oaSuccess(sim, {});
  });

  oa.post("/v3.0/oa/group/updateasset", async (request) => {
    const group = groupOf(sim, request.body);
    const asked = AssetBody.safeParse(request.body);
    if (isProblem(group)) return oaRefusal(...group);
    if (!asked.success) return oaRefusal(...badParameter(asked.error));
    const problem = sim.groups.useAsset(group, asked.data.asset_id);
    return problem === undefined ? oaSuccess(sim, {}) : oaRefusal(...problem);
  });

  oa.post("/v3.0/oa/group/updateinfo", async (request) => {
    const group = groupOf(sim, request.body);
    const asked = InfoBody.safeParse(request.body);
    if (isProblem(group)) return oaRefusal(...group);
    if (!asked.success) return oaRefusal(...badParameter(asked.error));
    const problem = disabledProblem(sim, group);
    if (problem !== undefined) return oaRefusal(...problem);
    return oaSuccess(sim, longForm(sim, sim.groups.update(group, changesOf(group, asked.data))));
  });

  groupMessageRoute(oa, sim);
}

/** `POST /v3.0/oa/group/message`: text, image, file or sticker; a group has no buttons. */
function groupMessageRoute(oa: FastifyInstance, sim: Sim): void {
  oa.post("/v3.0/oa/group/message", async (request) => {
    const asked = GroupMessage.safeParse(request.body);
    if (!asked.success) return oaRefusal(-201, `Parameter ${parameterOf(asked.error)} is invalid`);
    const group = groupOf(sim, asked.data.recipient);
    if (isProblem(group)) return oaRefusal(...group);
    const content = contentOf(sim, asked.data.message);
    if (isProblem(content)) return oaRefusal(...content);
    if (content.buttons.length > 0 || content.kind === "list") {
      return oaRefusal(-233, "Message type is not supported");
    }
    const problem = disabledProblem(sim, group);
    if (problem !== undefined) return oaRefusal(...problem);

    const messageId = sim.chance.hex(20);
    sayInGroup(sim, group, { senderId: sim.oa.id, messageId, content });
    return oaSuccess(sim, { message_id: messageId, group_id: group.id });
  });
}

/** What every group call meets first. */
export function guardGroups(oa: FastifyInstance, sim: Sim): void {
  oa.addHook("preHandler", async (_request, reply) => {
    const { isVerified, packageHasGroups } = sim.conditions.now();
    if (!isVerified) return reply.send(oaRefusal(-221, "OA must be verified"));
    if (!packageHasGroups) return reply.send(oaRefusal(-224, "OA must upgrade its package"));
    return undefined;
  });
}

const memberIds = z.array(z.string()).min(1).max(99);
const name = z.string().min(1).max(30);

const NewGroupBody = z.looseObject({
  group_name: name,
  group_description: z.string().default(""),
  asset_id: z.string(),
  member_user_ids: memberIds,
});
const Members = z.looseObject({ member_user_ids: memberIds });
const AssetBody = z.looseObject({ asset_id: z.string() });
const InfoBody = z.looseObject({
  group_name: name.optional(),
  group_avatar: z.string().optional(),
  group_description: z.string().optional(),
  lock_send_msg: z.boolean().optional(),
  join_appr: z.boolean().optional(),
  enable_msg_history: z.boolean().optional(),
  enable_link_join: z.boolean().optional(),
});
const GroupMessage = z.looseObject({
  recipient: z.looseObject({ group_id: z.string() }),
  message: MessageBody,
});

function changesOf(group: Group, asked: z.infer<typeof InfoBody>) {
  return {
    name: asked.group_name ?? group.name,
    avatar: asked.group_avatar ?? group.avatar,
    description: asked.group_description ?? group.description,
    setting: {
      lock_send_msg: asked.lock_send_msg ?? group.setting.lock_send_msg,
      join_appr: asked.join_appr ?? group.setting.join_appr,
      enable_msg_history: asked.enable_msg_history ?? group.setting.enable_msg_history,
      enable_link_join: asked.enable_link_join ?? group.setting.enable_link_join,
    },
  };
}

/** Too long or too many is -210; anything else that is wrong is -201. */
function badParameter(error: z.ZodError): Problem {
  const isOver = error.issues[0]?.code === "too_big";
  return isOver
    ? [-210, `Parameter ${parameterOf(error)} is over the limit`]
    : [-201, `Parameter ${parameterOf(error)} is invalid`];
}

function disabledProblem(sim: Sim, group: Group): Problem | undefined {
  return sim.groups.isEnabled(group) ? undefined : [-237, "Group is disabled: its asset lapsed"];
}
