import {
  findCover,
  findPublished,
  latestBulletins,
  type Wanted,
} from "@truong-an/bot-server/bulletins/find";
import { SchoolId } from "@truong-an/shared/ids";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setBulletin } from "../../support/bulletin-rows.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { pilotSchool } from "../../support/reporter.ts";

const schoolId = SchoolId.parse(pilotSchool);
const start = Date.UTC(2026, 10, 1);
const day = 24 * 60 * 60 * 1000;

let doorstep: Doorstep;
beforeAll(async () => {
  doorstep = await openDoorstep();
  const { database } = doorstep;
  await setBulletin(database, { title: "tỉnh", place: "province", publishedAt: start });
  await setBulletin(database, { title: "xã", place: "commune", publishedAt: start + day });
  await setBulletin(database, {
    title: "trường",
    place: "school",
    topic: "law",
    publishedAt: start + 2 * day,
  });
  await setBulletin(database, { title: "xã khác", place: "other commune" });
  await setBulletin(database, { title: "trường khác", place: "other school" });
  for (const status of ["draft", "submitted", "approved", "withdrawn"] as const) {
    await setBulletin(database, { title: status, status, place: "school" });
  }
});
afterAll(() => doorstep.close());

async function titles(wanted: Partial<Wanted>): Promise<readonly string[]> {
  const found = await latestBulletins(doorstep.world.db, { schoolId, most: 10, ...wanted });
  return found.map(({ title }) => title);
}

test("a school hears what is published for itself, its commune and its province, the newest first", async () => {
  expect(await titles({})).toEqual(["trường", "xã", "tỉnh"]);
});

test("without a school there is what is for everyone", async () => {
  expect(await titles({ schoolId: null })).toEqual(["tỉnh"]);
});

test("a school nobody knows hears nothing", async () => {
  const unknown = SchoolId.parse("00000000-0000-4000-8000-000000000000");

  expect(await titles({ schoolId: unknown })).toEqual([]);
});

test("one topic alone", async () => {
  expect(await titles({ topic: "law" })).toEqual(["trường"]);
});

test("page after page, nothing twice and nothing left out", async () => {
  const [first] = await latestBulletins(doorstep.world.db, { schoolId, most: 1 });

  expect(await titles({ most: 1 })).toEqual(["trường"]);
  expect(await titles({ most: 5, behind: first })).toEqual(["xã", "tỉnh"]);
});

test("of bulletins published at the same moment, the pages miss none", async () => {
  const { database, world } = doorstep;
  for (const title of ["một", "hai", "ba"]) {
    await setBulletin(database, { title, topic: "fire", place: "school", publishedAt: start });
  }

  const seen: string[] = [];
  let behind: Wanted["behind"];
  for (let page = 0; page < 3; page += 1) {
    const wanted = { schoolId, topic: "fire", most: 1, behind } as const;
    const [card] = await latestBulletins(world.db, wanted);
    seen.push(card?.title ?? "");
    behind = card;
  }

  expect(seen.sort()).toEqual(["ba", "hai", "một"]);
});

test("what is published can be read whole, what is not cannot be read at all", async () => {
  const { database, world } = doorstep;
  const open = await setBulletin(database, { place: "school", desk: "cill-cus" });
  const closed = await setBulletin(database, { status: "approved" });

  expect(await findPublished(world.db, open)).toMatchObject({
    id: open,
    version: 1,
    title: "Đội mũ bảo hiểm đúng cách",
    body: "Mũ bảo hiểm che chở cho cái đầu.",
    summary: "Mũ bảo hiểm che chở cho cái đầu.",
    deskName: "Tổ tiếp nhận Trường TH&THCS Cill Cus",
    audience: { scope: { kind: "school", schoolId }, readers: ["parents", "pupils"] },
    coverAlt: null,
  });
  expect(await findPublished(world.db, closed)).toBeUndefined();
});

test("a cover is shown with what is published, and with nothing else", async () => {
  const { database, world } = doorstep;
  const open = await setBulletin(database);
  const closed = await setBulletin(database, { status: "submitted" });
  const picture = Buffer.from("ffd8ffd9", "hex");
  for (const id of [open, closed]) {
    await database.query(
      `with cover as (
         insert into bulletin_covers (id, bulletin_id, image) values (gen_random_uuid(), $1, $2)
         returning id
       )
       update bulletin_versions set cover_id = cover.id, cover_alt = 'Một cái mũ' from cover
       where bulletin_versions.bulletin_id = $1`,
      [id, picture],
    );
  }

  expect(await findPublished(world.db, open)).toMatchObject({ coverAlt: "Một cái mũ" });
  expect(await findCover(world.db, open)).toEqual({ image: picture, version: 1 });
  expect(await findCover(world.db, closed)).toBeUndefined();
});
