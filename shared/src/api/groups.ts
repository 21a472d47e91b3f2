import { z } from "zod";
import { PostStatus } from "../broadcast.ts";
import { Reader } from "../bulletin.ts";
import {
  AssetKind,
  ChangeKind,
  ChangeStatus,
  GroupDescription,
  GroupKind,
  GroupName,
  GroupPlace,
  GroupState,
  groupLimits,
} from "../group.ts";
import { BulletinId, GroupChangeId, GroupId, SchoolId, StaffId } from "../ids.ts";

const instant = z.int().nonnegative();
const readers = z.array(Reader).min(1).max(3);
const assetId = z.string().regex(/^[\w-]{1,64}$/);

export const NamedPlace = z.strictObject({
  kind: z.enum(["school", "commune"]),
  id: z.string(),
  name: z.string(),
});
export type NamedPlace = z.infer<typeof NamedPlace>;

/** The last thing that was asked of a group, and how it went. `code` is Zalo's number, or a word of ours. */
export const ChangeRow = z.strictObject({
  id: GroupChangeId,
  kind: ChangeKind,
  status: ChangeStatus,
  code: z.string().nullable(),
  askedAt: instant,
});
export type ChangeRow = z.infer<typeof ChangeRow>;

export const GroupRow = z.strictObject({
  id: GroupId,
  kind: GroupKind,
  state: GroupState,
  name: z.string(),
  description: z.string(),
  place: NamedPlace.nullable(), // null: nobody's yet
  readers: z.array(Reader),
  link: z.string().nullable(),
  isLocked: z.boolean(),
  asksToJoin: z.boolean(),
  members: z.int(),
  mostMembers: z.int().nullable(),
  requests: z.int(), // people who ask to join
  asset: z
    .strictObject({
      id: z.string(),
      kind: AssetKind.nullable(),
      until: instant.nullable(),
      renewsItself: z.boolean(),
    })
    .nullable(),
  dissolvesAt: instant.nullable(),
  mayLead: z.boolean(), // whether whoever asks may change it
  change: ChangeRow.nullable(),
});
export type GroupRow = z.infer<typeof GroupRow>;

export const AssetRow = z.strictObject({
  id: z.string(),
  kind: AssetKind,
  until: instant.nullable(),
  renewsItself: z.boolean(),
});
export type AssetRow = z.infer<typeof AssetRow>;

/** GET /api/staff/groups : the groups of my places, and what I may make new ones with. */
export const GroupList = z.strictObject({
  now: instant,
  hasAccount: z.boolean(), // an Official Account is configured
  hasBot: z.boolean(),
  sync: z
    .strictObject({
      askedAt: instant,
      finishedAt: instant.nullable(),
      code: z.string().nullable(),
    })
    .nullable(),
  groups: z.array(GroupRow),
  places: z.array(NamedPlace), // where I may make or attach a group: the first `mostPlacesListed`
  freeAssets: z.array(AssetRow),
  firstMembers: z.array(z.strictObject({ id: StaffId, name: z.string(), deskName: z.string() })),
  posterSchools: z.array(NamedPlace), // whose sheet I may print: as many at most
});
export type GroupList = z.infer<typeof GroupList>;

/** Whoever has more places searches among them. */
export const mostPlacesListed = 20;

/** GET /api/staff/group-places?purpose=&search= : places to choose from, the widest first, 50 at most. */
export const PlacesAsked = z.strictObject({
  purpose: z.enum(["group", "poster"]),
  search: z.string().max(100).default(""),
});
export type PlacesAsked = z.infer<typeof PlacesAsked>;
export const GroupPlaces = z.strictObject({ places: z.array(NamedPlace) });

/** POST /api/staff/groups : 204. The id is made by the page: sent twice, it is the same group. */
export const CreateGroup = z.strictObject({
  groupId: GroupId,
  name: GroupName,
  description: GroupDescription,
  place: GroupPlace,
  readers,
  assetId,
  firstMembers: z.array(StaffId).min(1).max(groupLimits.firstMembers),
});
export type CreateGroup = z.infer<typeof CreateGroup>;

/** POST /api/staff/groups/bots : 204. Somebody's own group, in which our Zalo Bot sits. */
export const AttachBot = z.strictObject({
  groupId: GroupId,
  chatId: z.string().regex(/^[\w.:-]{1,64}$/),
  name: GroupName,
  place: GroupPlace,
  readers,
});
export type AttachBot = z.infer<typeof AttachBot>;

export const GroupParams = z.strictObject({ groupId: GroupId });

/** POST /api/staff/groups/:groupId/attach : 204 */
export const AttachGroup = z.strictObject({ place: GroupPlace, readers });
export type AttachGroup = z.infer<typeof AttachGroup>;

/** POST /api/staff/groups/:groupId/changes : 204; how it went stands in the list. */
export const AskChange = z.strictObject({
  kind: ChangeKind, // `create`: once more, after Zalo would not
  assetId: assetId.nullable(), // for `use-asset`, and for nothing else
});
export type AskChange = z.infer<typeof AskChange>;

/** POST /api/staff/groups/sync : 204 */

/** GET /api/staff/posters/:schoolId : what a school's printed sheet says. */
export const PosterParams = z.strictObject({ schoolId: SchoolId });
export const Poster = z.strictObject({
  schoolName: z.string(),
  communeName: z.string(),
  link: z.string(), // to the Mini App, with this school chosen
});
export type Poster = z.infer<typeof Poster>;

export const PostRow = z.strictObject({
  groupId: GroupId,
  groupName: z.string(),
  groupKind: GroupKind,
  groupState: GroupState,
  placeName: z.string(),
  status: PostStatus.nullable(), // null: not asked for yet
  code: z.string().nullable(),
  isPending: z.boolean(),
  mayRetry: z.boolean(),
});
export type PostRow = z.infer<typeof PostRow>;

/** GET /api/staff/broadcasts : published bulletins for my places, the newest first. */
export const BroadcastRow = z.strictObject({
  bulletinId: BulletinId,
  title: z.string(),
  publishedAt: instant,
  hasCover: z.boolean(),
  posts: z.array(PostRow),
});
export type BroadcastRow = z.infer<typeof BroadcastRow>;
export const BroadcastList = z.strictObject({ bulletins: z.array(BroadcastRow) });

/** GET, and POST …/start, …/retry, …/stop (204), under /api/staff/broadcasts/:bulletinId */
export const BroadcastParams = z.strictObject({ bulletinId: BulletinId });

/** POST /api/staff/broadcasts/:bulletinId/answer : 204. A person looked into the group. */
export const AnswerPost = z.strictObject({ groupId: GroupId, isThere: z.boolean() });
export type AnswerPost = z.infer<typeof AnswerPost>;
