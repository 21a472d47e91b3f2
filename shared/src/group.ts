import { z } from "zod";
import type { Audience, Reader } from "./bulletin.ts";
import type { DeskKind } from "./directory.ts";
import type { DeskRole } from "./staff.ts";
import { type Instant, instant } from "./time.ts";

/** `gmf`: made and run by the Official Account. `bot`: somebody's own group that our Zalo Bot sits in. */
export const GroupKind = z.enum(["gmf", "bot"]);
export type GroupKind = z.infer<typeof GroupKind>;

/**
 * `creating` until Zalo has made it, `refused` when Zalo would not. `disabled` when nothing pays for
 * it any more: Zalo takes no post. `deleted` is for ever.
 */
export const GroupState = z.enum(["creating", "refused", "enabled", "disabled", "deleted"]);
export type GroupState = z.infer<typeof GroupState>;

/** Whose group it is. A group made elsewhere has no place until a lead attaches it. */
export const GroupPlace = z.strictObject({
  kind: z.enum(["school", "commune"]),
  id: z.string().min(1).max(40),
});
export type GroupPlace = z.infer<typeof GroupPlace>;

/** Where a group stands: its school lies in a commune, and all of them in one province. */
export type PlacedGroup = {
  readonly schoolId: string | null;
  readonly communeId: string | null; // of the school, too; null: nobody's yet
  readonly provinceId: string | null;
  readonly readers: readonly Reader[];
};

/**
 * Whether a bulletin for this audience belongs into the group: its place holds the group's place,
 * and somebody in the group is meant. What is for one school stays out of its commune's group.
 */
export function isReached(audience: Audience, group: PlacedGroup): boolean {
  return (
    liesIn(audience.scope, group) && group.readers.some((one) => audience.readers.includes(one))
  );
}

/** Whether this place is the scope, or lies within it. */
function liesIn(scope: Audience["scope"], group: Omit<PlacedGroup, "readers">): boolean {
  switch (scope.kind) {
    case "province":
      return group.provinceId === scope.provinceId;
    case "commune":
      return group.communeId === scope.communeId;
    case "school":
      return group.schoolId === scope.schoolId;
  }
}

/** A member's place at a desk, and whom that desk answers for. */
export type GroupDesk = {
  readonly deskId: string;
  readonly kind: DeskKind;
  readonly role: DeskRole;
  readonly schoolIds: readonly string[];
  readonly communeIds: readonly string[];
};

/** Posting is every member's; making, attaching, changing and deleting a group is a lead's. */
export type GroupNeed = "use" | "lead";

/** Through which of their desks somebody may do this; nothing when they may not. */
export function deskThatMay(
  desks: readonly GroupDesk[],
  need: GroupNeed,
  group: Pick<PlacedGroup, "schoolId" | "communeId">,
): GroupDesk | undefined {
  const able = desks.filter(({ role }) => need === "use" || role === "lead");
  return able.find((desk) => answersFor(desk, group));
}

/** A school's desk for its school; commune and police for the commune; the department for all. */
function answersFor(desk: GroupDesk, group: Pick<PlacedGroup, "schoolId" | "communeId">): boolean {
  const { schoolId, communeId } = group;
  switch (desk.kind) {
    case "school":
      return schoolId !== null && desk.schoolIds.includes(schoolId);
    case "commune":
    case "police":
      return communeId !== null && desk.communeIds.includes(communeId);
    case "department":
      return true;
  }
}

/**
 * Whether the way into a group may be handed to whoever asks for it. Where pupils are, somebody has
 * to let each newcomer in.
 */
export function mayInviteAnyone(group: {
  readonly readers: readonly string[];
  readonly asksToJoin: boolean;
}): boolean {
  return group.asksToJoin || !group.readers.includes("pupils");
}

/** What pays for a group, and how many members it carries. */
export const AssetKind = z.enum(["gmf10", "gmf50", "gmf100", "gmf1000"]);
export type AssetKind = z.infer<typeof AssetKind>;

/** Zalo's own limits for a group. */
export const groupLimits = { name: 30, description: 200, firstMembers: 99 } as const;

export const GroupName = z.string().trim().normalize("NFC").min(1).max(groupLimits.name);
export const GroupDescription = z.string().trim().normalize("NFC").max(groupLimits.description);

/** What can be asked of a group that exists. Each is a job, and its outcome is shown. */
export const ChangeKind = z.enum([
  "create",
  "lock",
  "unlock",
  "ask-to-join",
  "join-freely",
  "accept-requests",
  "reject-requests",
  "use-asset",
  "delete",
]);
export type ChangeKind = z.infer<typeof ChangeKind>;

/**
 * The end of a day as Zalo writes one: "31/12/2027", "2027-12-31", or milliseconds. Nothing when it
 * is written in no way that we know.
 */
export function endOfZaloDate(written: string | undefined): Instant | undefined {
  if (written === undefined) return undefined;
  const milliseconds = /^\d{12,14}$/.exec(written);
  if (milliseconds !== null) return instant(Number(written));
  const found =
    /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})/.exec(written) ??
    /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})/.exec(written);
  const { day: date = "", month = "", year = "" } = found?.groups ?? {};
  const start = Date.UTC(Number(year), Number(month) - 1, Number(date)) - vietnamOffset;
  return date === "" ? undefined : instant(start + day);
}

const vietnamOffset = 7 * 60 * 60_000;

/** How far a change has come. `gave-up`: no answer from Zalo in all the tries. */
export const ChangeStatus = z.enum(["waiting", "done", "refused", "gave-up"]);
export type ChangeStatus = z.infer<typeof ChangeStatus>;

/** How long what pays for a group will still do so. */
export type AssetStanding = "fine" | "soon" | "pressing" | "lapsed";

const day = 24 * 60 * 60_000;
/** Days before an asset lapses at which its people are warned, the later warning last. */
const lapseWarnings = [14, 3] as const;
/** From here on everyone sees that it will lapse. */
export const lapseHorizonDays = lapseWarnings[0];

export function assetStanding(
  asset: { readonly until: Instant | null; readonly renewsItself: boolean },
  now: Instant,
): AssetStanding {
  const { until, renewsItself } = asset;
  if (until === null || renewsItself) return "fine";
  if (until <= now) return "lapsed";
  if (until - now <= lapseWarnings[1] * day) return "pressing";
  return until - now <= lapseWarnings[0] * day ? "soon" : "fine";
}

/** The warning that is due now, in days before the end, unless that one or a later one was given. */
export function lapseWarningDue(
  asset: { readonly until: Instant | null; readonly renewsItself: boolean },
  lastWarning: number | null,
  now: Instant,
): number | undefined {
  const standing = assetStanding(asset, now);
  if (standing === "fine" || standing === "lapsed") return undefined;
  const due = standing === "pressing" ? lapseWarnings[1] : lapseWarnings[0];
  return lastWarning !== null && lastWarning <= due ? undefined : due;
}

/**
 * A line of the group's description by which we know it again: if we stop between Zalo making a
 * group and telling us so, we find it before we make another.
 */
function groupMark(groupId: string): string {
  return `Mã nhóm: ${groupId.slice(0, 13)}`;
}

export function describedWithMark(description: string, groupId: string): string {
  return description === "" ? groupMark(groupId) : `${description}\n${groupMark(groupId)}`;
}

export function bearsMark(description: string, groupId: string): boolean {
  return description.normalize("NFC").includes(groupMark(groupId));
}
