import { day } from "./clock.ts";
import { maxMembers } from "./gmf-assets.ts";
import { emitGroupEvent } from "./group-events.ts";
import type { Problem } from "./oa-api.ts";
import type { Sim } from "./sim.ts";

export type GroupSetting = {
  readonly lock_send_msg: boolean;
  readonly join_appr: boolean;
  readonly enable_msg_history: boolean;
  readonly enable_link_join: boolean;
};

export type Group = {
  readonly id: string;
  readonly link: string;
  readonly name: string;
  readonly avatar: string;
  readonly description: string;
  readonly assetId: string;
  readonly admins: readonly string[];
  readonly members: readonly string[];
  /** Asked to join by the link and wait for an admin. */
  readonly waiting: readonly string[];
  readonly setting: GroupSetting;
};

export type NewGroup = {
  readonly name: string;
  readonly description: string;
  readonly assetId: string;
  readonly memberIds: readonly string[];
};

export type GroupChanges = Partial<Pick<Group, "name" | "avatar" | "description" | "setting">>;

/** The groups that the Official Account has made, and their rules. */
export type Groups = {
  readonly all: () => readonly Group[];
  /** Nothing for a group that was deleted, or dissolved 45 days after its asset lapsed. */
  readonly find: (id: string) => Group | undefined;
  readonly isEnabled: (group: Group) => boolean;
  readonly create: (given: NewGroup) => Group | Problem;
  readonly invite: (group: Group, personIds: readonly string[]) => Problem | undefined;
  readonly join: (group: Group, personId: string) => "joined" | "waiting" | "refused";
  readonly leave: (group: Group, personIds: readonly string[]) => Problem | undefined;
  readonly decide: (
    group: Group,
    personIds: readonly string[],
    answer: "accept" | "reject",
  ) => Problem | undefined;
  readonly setAdmins: (
    group: Group,
    personIds: readonly string[],
    change: "add" | "remove",
  ) => Problem | undefined;
  readonly update: (group: Group, changes: GroupChanges) => Group;
  readonly useAsset: (group: Group, assetId: string) => Problem | undefined;
  readonly remove: (group: Group) => void;
  readonly reset: () => void;
};

const dissolvesAfter = 45 * day;
const window = 7 * day;

export function createGroups(sim: () => Sim): Groups {
  const groups = new Map<string, Group>();
  const change = (id: string, changes: Partial<Group>): Group => {
    const group = { ...(groups.get(id) as Group), ...changes };
    groups.set(id, group);
    sim().phones.changed();
    return group;
  };
  const find = (id: string): Group | undefined => {
    const group = groups.get(id);
    return group !== undefined && isDissolved(sim(), group) ? undefined : group;
  };
  const welcome = (group: Group, ids: readonly string[]) => {
    const newcomers = ids.filter((id) => !group.members.includes(id));
    change(group.id, {
      members: [...group.members, ...newcomers],
      waiting: group.waiting.filter((id) => !ids.includes(id)),
    });
    if (newcomers.length > 0) emitGroupEvent(sim(), "user_join_group", group, newcomers);
  };

  return {
    all: () => [...groups.values()].filter((group) => !isDissolved(sim(), group)),
    find,
    isEnabled: (group) => sim().assets.isValid(group.assetId),
    create: (given) => {
      const problem = assetProblem(sim(), given.assetId) ?? newGroupProblem(sim(), given);
      if (problem !== undefined) return problem;
      const group = newGroup(sim(), given);
      groups.set(group.id, group);
      sim().assets.give(given.assetId, group.id);
      emitGroupEvent(sim(), "create_group", group, group.members);
      sim().phones.changed();
      return group;
    },
    invite: (group, ids) => {
      const problem = inviteProblem(sim(), group, ids);
      if (problem === undefined) welcome(group, ids);
      return problem;
    },
    join: (group, id) => {
      if (!group.setting.enable_link_join || roomIn(sim(), group) < 1) return "refused";
      if (group.members.includes(id)) return "joined";
      if (!group.setting.join_appr) {
        welcome(group, [id]);
        return "joined";
      }
      change(group.id, { waiting: [...new Set([...group.waiting, id])] });
      emitGroupEvent(sim(), "user_request_join_group", group, [id]);
      return "waiting";
    },
    leave: (group, ids) => {
      if (!ids.every((id) => group.members.includes(id))) return notMembers;
      change(group.id, {
        members: group.members.filter((id) => !ids.includes(id)),
        admins: group.admins.filter((id) => !ids.includes(id)),
      });
      emitGroupEvent(sim(), sim().conditions.now().leaving, group, ids);
      return undefined;
    },
    decide: (group, ids, answer) => {
      if (!ids.every((id) => group.waiting.includes(id))) return notMembers;
      if (answer === "accept" && roomIn(sim(), group) < ids.length) return tooMany;
      change(group.id, { waiting: group.waiting.filter((id) => !ids.includes(id)) });
      emitGroupEvent(sim(), decisionName(sim(), answer), group, ids);
      if (answer === "accept") welcome(find(group.id) ?? group, ids);
      return undefined;
    },
    setAdmins: (group, ids, direction) => {
      const among = direction === "add" ? group.members : group.admins;
      if (!ids.every((id) => among.includes(id))) return notMembers;
      const others = group.admins.filter((id) => !ids.includes(id));
      change(group.id, { admins: direction === "add" ? [...others, ...ids] : others });
      emitGroupEvent(sim(), `${direction}_group_admin`, group, ids);
      return undefined;
    },
    update: (group, changes) => {
      const updated = change(group.id, changes);
      emitGroupEvent(sim(), "update_group_info", updated, []);
      return updated;
    },
    useAsset: (group, assetId) => {
      const problem = assetProblem(sim(), assetId);
      if (problem !== undefined) return problem;
      sim().assets.give(group.assetId, undefined);
      sim().assets.give(assetId, group.id);
      change(group.id, { assetId });
      return undefined;
    },
    remove: (group) => {
      sim().assets.give(group.assetId, undefined);
      groups.delete(group.id);
      emitGroupEvent(sim(), "delete_group", group, []);
      sim().phones.changed();
    },
    reset: () => groups.clear(),
  };
}

/** When a group whose asset has lapsed disappears. */
export function dissolvesAt(sim: Sim, group: Group): number {
  return (sim.assets.find(group.assetId)?.validThrough ?? 0) + dissolvesAfter;
}

export function maxMembersOf(sim: Sim, assetId: string): number {
  const asset = sim.assets.find(assetId);
  return asset === undefined ? 0 : maxMembers[asset.productType];
}

const notMembers: Problem = [-201, "Parameter member_user_ids is invalid"];
const tooMany: Problem = [-210, "Parameter member_user_ids is over the limit"];

function isDissolved(sim: Sim, group: Group): boolean {
  return sim.clock.now() > dissolvesAt(sim, group);
}

function newGroup(sim: Sim, { name, description, assetId, memberIds }: NewGroup): Group {
  return {
    id: sim.chance.hex(20),
    link: `https://zalo.me/g/${sim.chance.hex(9)}`,
    name,
    avatar: "",
    description,
    assetId,
    admins: memberIds.filter((id) => sim.people.find(id)?.oaAdmin),
    members: [...new Set(memberIds)],
    waiting: [],
    setting: {
      lock_send_msg: false,
      join_appr: false,
      enable_msg_history: true,
      enable_link_join: true,
    },
  };
}

function assetProblem(sim: Sim, assetId: string): Problem | undefined {
  const asset = sim.assets.find(assetId);
  if (asset === undefined) return [-201, "Parameter asset_id is invalid"];
  if (asset.usedBy !== undefined) return [-238, "asset_id has been used"];
  return sim.assets.isValid(assetId) ? undefined : [-241, "asset_id is disabled"];
}

function newGroupProblem(sim: Sim, { memberIds, assetId }: NewGroup): Problem | undefined {
  if (memberIds.length > maxMembersOf(sim, assetId)) return tooMany;
  if (!memberIds.every((id) => mayBeInvited(sim, id))) return notMembers;
  const hasAdmin = memberIds.some((id) => sim.people.find(id)?.oaAdmin);
  return sim.conditions.now().createNeedsAdmin && !hasAdmin ? notMembers : undefined;
}

function inviteProblem(sim: Sim, group: Group, ids: readonly string[]): Problem | undefined {
  if (!ids.every((id) => mayBeInvited(sim, id))) return notMembers;
  return roomIn(sim, group) < ids.length ? tooMany : undefined;
}

/** Followers and those who were in touch within seven days; everyone else needs the link. */
function mayBeInvited(sim: Sim, id: string): boolean {
  const person = sim.people.find(id);
  if (person === undefined || person.blocked) return false;
  return person.followed || sim.clock.now() - (person.lastInteractionAt ?? 0) <= window;
}

function roomIn(sim: Sim, group: Group): number {
  return maxMembersOf(sim, group.assetId) - group.members.length;
}

function decisionName(sim: Sim, answer: "accept" | "reject"): string {
  return sim.conditions.now().joinDecision === "accept"
    ? `${answer}_request_join_group`
    : `react_request_join_group_${answer}`;
}
