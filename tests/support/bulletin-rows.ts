import { randomUUID } from "node:crypto";
import { BulletinId } from "@truong-an/shared/ids";
import type pg from "pg";
import { communes, people, province, schools } from "../demo/directory.ts";
import { deskIdOf } from "./demo-ids.ts";

/** A bulletin as a test wants it to stand in the database; whatever is not said is ordinary. */
export type BulletinScene = {
  readonly title?: string;
  readonly body?: string;
  readonly topic?: string;
  readonly desk?: string;
  readonly place?: "province" | "commune" | "school" | "other commune" | "other school";
  readonly status?: "draft" | "submitted" | "approved" | "published" | "withdrawn";
  readonly publishedAt?: number;
};

/** Sets one bulletin down without walking through its life. */
export async function setBulletin(
  database: pg.Pool,
  scene: BulletinScene = {},
): Promise<BulletinId> {
  const { status = "published", desk = "police-nam-ban", place = "commune" } = scene;
  const id = BulletinId.parse(randomUUID());
  const at = new Date(scene.publishedAt ?? Date.now()).toISOString();
  const isApproved = status === "approved" || status === "published";
  const isOut = status === "published";
  await database.query("insert into bulletins (id, desk_id, published_at) values ($1, $2, $3)", [
    id,
    deskIdOf(desk),
    isOut ? at : null,
  ]);
  await database.query(
    `insert into bulletin_versions (bulletin_id, number, status, topic, title, body, readers,
       province_id, commune_id, school_id, written_by, written_at, approved_by, approved_at,
       published_by, published_at, withdrawn_by, withdrawn_at)
     values ($1, 1, $2, $3, $4, $5, '{parents,pupils}', $6, $7, $8, $9, $10::timestamptz,
       case when $11 then $12::uuid end, case when $11 then $10::timestamptz end,
       case when $13 then $12::uuid end, case when $13 then $10::timestamptz end,
       case when $2 = 'withdrawn' then $12::uuid end, case when $2 = 'withdrawn' then $10::timestamptz end)`,
    [
      id,
      status,
      scene.topic ?? "traffic",
      scene.title ?? "Đội mũ bảo hiểm đúng cách",
      scene.body ?? "Mũ bảo hiểm che chở cho cái đầu.",
      ...placeOf(place),
      writerAt(desk),
      at,
      isApproved,
      await colleague(database),
      isOut,
    ],
  );
  return id;
}

/** A picture beside it: the beginning of a JPEG is all that anybody looks at. */
export async function giveCover(database: pg.Pool, bulletinId: BulletinId): Promise<void> {
  const coverId = randomUUID();
  const image = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(500)]);
  await database.query("insert into bulletin_covers values ($1, $2, $3)", [
    coverId,
    bulletinId,
    image,
  ]);
  await database.query(
    "update bulletin_versions set cover_id = $1, cover_alt = 'Ảnh' where bulletin_id = $2",
    [coverId, bulletinId],
  );
}

export async function withdrawBulletin(database: pg.Pool, bulletinId: BulletinId): Promise<void> {
  await database.query(
    `update bulletin_versions set status = 'withdrawn', withdrawn_by = written_by, withdrawn_at = now()
     where bulletin_id = $1`,
    [bulletinId],
  );
}

/** Another version in its place, with another title. */
export async function correctBulletin(
  database: pg.Pool,
  bulletinId: BulletinId,
  title: string,
): Promise<void> {
  await database.query(
    "update bulletin_versions set number = number + 1, title = $2 where bulletin_id = $1",
    [bulletinId, title],
  );
}

function writerAt(desk: string): string | undefined {
  return people.find((one) => one.desk === desk)?.id;
}

/** Somebody of the department who approves and is on duty nowhere. */
async function colleague(database: pg.Pool): Promise<string> {
  const id = "7e6a9d10-1b2c-4f0e-9c55-3a7d2b8eaaaa";
  await database.query(
    `insert into staff (id, name, email) values ($1, 'Bùi Thị Ngọc', 'ngoc@truong-an.invalid')
     on conflict do nothing`,
    [id],
  );
  return id;
}

function placeOf(place: NonNullable<BulletinScene["place"]>) {
  switch (place) {
    case "province":
      return [province.id, null, null];
    case "commune":
      return [null, communes[0]?.id, null];
    case "other commune":
      return [null, communes[1]?.id, null];
    case "school":
      return [null, null, schools[0]?.id];
    case "other school":
      return [null, null, schools[1]?.id];
  }
}
