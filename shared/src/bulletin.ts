import { z } from "zod";
import type { DeskKind } from "./directory.ts";
import { type BulletinId, SchoolId } from "./ids.ts";

/** What a bulletin is about. */
export const Topic = z.enum([
  "law",
  "traffic",
  "fire",
  "online_safety",
  "drugs",
  "violence",
  "counselling",
  "life_skills",
  "good_deeds",
  "notices",
]);
export type Topic = z.infer<typeof Topic>;

/** What somebody asks to hear of: one topic, or every one. */
export const TopicChoice = z.enum(["all", ...Topic.options]);
export type TopicChoice = z.infer<typeof TopicChoice>;

export const bulletinLimits = {
  titleChars: 120,
  bodyChars: 12_000,
  coverAltChars: 200,
  coverBytes: 1_048_576,
  coverSide: 1_280,
} as const;

/** The place that a bulletin is for. */
export const Scope = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("province"), provinceId: placeId() }),
  z.strictObject({ kind: z.literal("commune"), communeId: placeId() }),
  z.strictObject({ kind: z.literal("school"), schoolId: SchoolId }),
]);
export type Scope = z.infer<typeof Scope>;

/** The same as it travels: closed kinds and an id. */
export const Place = z
  .strictObject({
    kind: z.enum(["province", "commune", "school"]),
    id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  })
  .refine(({ kind, id }) => kind !== "school" || SchoolId.safeParse(id).success);
export type Place = z.infer<typeof Place>;

export function scopeOf({ kind, id }: Place): Scope {
  return Scope.parse({ kind, [`${kind}Id`]: id });
}

export function placeOf(scope: Scope): Place {
  switch (scope.kind) {
    case "province":
      return { kind: scope.kind, id: scope.provinceId };
    case "commune":
      return { kind: scope.kind, id: scope.communeId };
    case "school":
      return { kind: scope.kind, id: scope.schoolId };
  }
}

/** Whom it is written for. Anyone may read it: this only says who should. */
export const Reader = z.enum(["parents", "pupils", "staff"]);
export type Reader = z.infer<typeof Reader>;

export type Audience = { readonly scope: Scope; readonly readers: readonly Reader[] };

/** Where a school lies. */
export type SchoolPlace = {
  readonly schoolId: SchoolId;
  readonly communeId: string;
  readonly provinceId: string;
};

/** Whether people of this school belong to the audience. */
export function reaches({ scope }: Audience, school: SchoolPlace): boolean {
  switch (scope.kind) {
    case "province":
      return scope.provinceId === school.provinceId;
    case "commune":
      return scope.communeId === school.communeId;
    case "school":
      return scope.schoolId === school.schoolId;
  }
}

/** An audience as it is stored: one of the three places, and the readers. Throws for anything else. */
export function audienceOf(stored: {
  readonly provinceId: string | null;
  readonly communeId: string | null;
  readonly schoolId: string | null;
  readonly readers: readonly string[];
}): Audience {
  const { provinceId, communeId, schoolId } = stored;
  const places = [
    ...(provinceId === null ? [] : [{ kind: "province", provinceId }]),
    ...(communeId === null ? [] : [{ kind: "commune", communeId }]),
    ...(schoolId === null ? [] : [{ kind: "school", schoolId }]),
  ];
  const [scope] = z.tuple([Scope]).parse(places);
  return { scope, readers: z.array(Reader).min(1).parse(stored.readers) };
}

/**
 * The widest place that a desk writes for: its schools, their communes or their provinces. Whatever
 * lies within it is the desk's to write for too.
 */
export const widestScope: Record<DeskKind, Scope["kind"]> = {
  school: "school",
  police: "commune",
  commune: "commune",
  department: "province",
};

/**
 * The life of a bulletin, which is the life of its newest version. Correcting begins a new version;
 * the one that people read stays until the new one is published.
 */
export const BulletinStatus = z.enum(["draft", "submitted", "approved", "published", "withdrawn"]);
export type BulletinStatus = z.infer<typeof BulletinStatus>;

/** A version may also have been replaced by a later one. */
export const VersionStatus = z.enum([...BulletinStatus.options, "replaced"]);
export type VersionStatus = z.infer<typeof VersionStatus>;

export type BulletinEvent =
  | "edit"
  | "submit"
  | "return"
  | "approve"
  | "publish"
  | "correct"
  | "withdraw";

export type BulletinMove =
  | { readonly kind: "moved"; readonly to: BulletinStatus }
  | { readonly kind: "illegal"; readonly from: BulletinStatus; readonly event: BulletinEvent };

const moves: Record<BulletinStatus, Partial<Record<BulletinEvent, BulletinStatus>>> = {
  draft: { edit: "draft", submit: "submitted", withdraw: "withdrawn" },
  submitted: { edit: "draft", return: "draft", approve: "approved", withdraw: "withdrawn" },
  approved: { edit: "draft", return: "draft", publish: "published", withdraw: "withdrawn" },
  published: { correct: "draft", withdraw: "withdrawn" },
  withdrawn: { correct: "draft" },
};

/** The next status, or that this may not happen now. */
export function advance(from: BulletinStatus, event: BulletinEvent): BulletinMove {
  const to = moves[from][event];
  return to === undefined ? { kind: "illegal", from, event } : { kind: "moved", to };
}

/** What needs another person than the one who wrote it. */
export const needsFourEyes: ReadonlySet<BulletinEvent> = new Set(["approve", "publish"]);

/** Where a bulletin is read: the Mini App's address, asked for this one. */
export function bulletinLink(appLink: string, id: BulletinId): string {
  return `${appLink}${appLink.includes("?") ? "&" : "?"}bulletin=${id}`;
}

function placeId() {
  return z.string().regex(/^[a-z0-9-]{1,40}$/);
}
