import { z } from "zod";
import {
  BulletinStatus,
  bulletinLimits,
  Place,
  Reader,
  Topic,
  VersionStatus,
} from "../bulletin.ts";
import { BulletinId, DeskId, SchoolId } from "../ids.ts";

const title = z
  .string()
  .trim()
  .min(1)
  .max(bulletinLimits.titleChars)
  .refine((words) => !/\p{Cc}/u.test(words));
const body = z
  .string()
  .trim()
  .min(1)
  .max(bulletinLimits.bodyChars)
  .refine((words) => !/[^\P{Cc}\n\r\t]/u.test(words));
const coverAlt = z
  .string()
  .trim()
  .min(1)
  .max(bulletinLimits.coverAltChars)
  .refine((words) => !/\p{Cc}/u.test(words));

/** GET /api/public/bulletins : for this school, its commune and its province; without one, for everyone. */
export const FeedQuery = z.strictObject({
  school: SchoolId.optional(),
  topic: Topic.optional(),
  before: z
    .string()
    .regex(/^\d{1,15}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .optional(), // `next` of the page before
});
const BulletinCard = z.strictObject({
  id: BulletinId,
  version: z.int(),
  topic: Topic,
  title: z.string(),
  summary: z.string(),
  deskName: z.string(),
  publishedAt: z.int(),
  correctedAt: z.int().nullable(),
  coverAlt: z.string().nullable(),
});
export const Feed = z.strictObject({
  bulletins: z.array(BulletinCard),
  next: z.string().nullable(),
  notices: z.boolean(), // whether Zalo can tell people of new ones
});
export type Feed = z.infer<typeof Feed>;

/** GET /api/public/bulletins/:bulletinId */
export const BulletinParams = z.strictObject({ bulletinId: BulletinId });
export const Article = BulletinCard.extend({ body: z.string() });
export type Article = z.infer<typeof Article>;

/** GET /api/public/bulletins/:bulletinId/cover?v= : a JPEG; `v` is the card's version. */
export const CoverQuery = z.strictObject({ v: z.coerce.number().int().min(1).max(1_000_000) });

/** POST /api/staff/bulletins : a new draft. The same id again is the same draft. */
const words = { topic: Topic, title, body, place: Place, readers: z.array(Reader).min(1).max(3) };
export const WriteBulletin = z.strictObject({ bulletinId: BulletinId, deskId: DeskId, ...words });
export type WriteBulletin = z.infer<typeof WriteBulletin>;

/** Which words somebody has before them: what is done to a bulletin is done to those words only. */
const seen = { version: z.int().min(1), writtenAt: z.int().min(0) };
export const SeenVersion = z.strictObject(seen);
export type SeenVersion = z.infer<typeof SeenVersion>;

/** POST /api/staff/bulletins/:bulletinId/edit : other words; of what is published or withdrawn, a correction. */
export const EditBulletin = z.strictObject({
  seen: SeenVersion,
  ...words,
  cover: z.strictObject({ id: z.uuid(), alt: coverAlt }).nullable(),
});
export type EditBulletin = z.infer<typeof EditBulletin>;

/**
 * POST /api/staff/bulletins/:bulletinId/submit, /return, /approve, /publish with what was seen;
 * /withdraw with the version alone, at once.
 */
export const WithdrawBulletin = z.strictObject({ version: z.int().min(1) });

/** PUT /api/staff/bulletins/:bulletinId/cover : JPEG bytes, to be named in the next edit. */
export const CoverTaken = z.strictObject({ coverId: z.uuid() });

/** GET /api/staff/bulletins/:bulletinId/versions/:version/cover */
export const VersionParams = z.strictObject({
  bulletinId: BulletinId,
  version: z.coerce.number().int().min(1).max(1_000_000),
});

/** GET /api/staff/bulletins?status= : of the places that my desks write for, the last 100. */
export const BulletinsQuery = z.strictObject({ status: BulletinStatus });
export const BulletinRow = z.strictObject({
  id: BulletinId,
  version: z.int(),
  status: VersionStatus,
  topic: Topic,
  title: z.string(),
  placeName: z.string(),
  deskName: z.string(),
  writtenBy: z.string(),
  writtenAt: z.int(),
  publishedAt: z.int().nullable(),
});
export type BulletinRow = z.infer<typeof BulletinRow>;
export const BulletinRows = z.strictObject({ bulletins: z.array(BulletinRow) });

/** GET /api/staff/bulletins/:bulletinId : every version, the newest first. */
const Act = z.strictObject({ who: z.string(), isMe: z.boolean(), at: z.int() });
export const BulletinVersion = z.strictObject({
  number: z.int(),
  status: VersionStatus,
  topic: Topic,
  title: z.string(),
  body: z.string(),
  place: Place,
  placeName: z.string(),
  readers: z.array(Reader),
  cover: z.strictObject({ id: z.uuid(), alt: z.string() }).nullable(),
  written: Act,
  approved: Act.nullable(),
  published: Act.nullable(),
  correctedAt: z.int().nullable(),
  withdrawn: Act.nullable(),
});
export type BulletinVersion = z.infer<typeof BulletinVersion>;
export const BulletinDetail = z.strictObject({
  id: BulletinId,
  desk: z.strictObject({ id: DeskId, name: z.string() }),
  isMyDesk: z.boolean(), // only its own desk writes in its name
  status: BulletinStatus,
  versions: z.array(BulletinVersion).min(1),
});
export type BulletinDetail = z.infer<typeof BulletinDetail>;

/** GET /api/staff/bulletin-places?deskId=&search= : for whom a desk may write, the widest first, 50 at most. */
export const PlacesQuery = z.strictObject({
  deskId: DeskId,
  search: z.string().max(100).default(""),
});
export const BulletinPlaces = z.strictObject({
  places: z.array(z.strictObject({ place: Place, name: z.string() })),
});
export type BulletinPlaces = z.infer<typeof BulletinPlaces>;

/** POST /api/public/bulletin-notices : asks Zalo who this is, and keeps or takes back the consent. */
export const AskForNotices = z.strictObject({
  accessToken: z.string().min(1).max(4_096),
  schoolId: SchoolId,
  wanted: z.boolean(),
});
export type AskForNotices = z.infer<typeof AskForNotices>;
export const NoticesAsked = z.strictObject({ taken: z.literal(true) });
