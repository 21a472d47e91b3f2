import { latestBulletins } from "@truong-an/bot-server/bulletins/find";
import { BulletinStatus, bulletinLimits } from "@truong-an/shared/bulletin";
import { blocksOf } from "@truong-an/shared/bulletin-body";
import { findingsIn } from "@truong-an/shared/bulletin-check";
import { SchoolId } from "@truong-an/shared/ids";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoBulletins, seedBulletins } from "../../demo/bulletins.ts";
import { schools } from "../../demo/directory.ts";
import { bulletinTexts } from "../../demo/text/bulletins-vi.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";

let doorstep: Doorstep;
beforeAll(async () => {
  doorstep = await openDoorstep();
  await seedBulletins(doorstep.world.config.DATABASE_URL);
  await seedBulletins(doorstep.world.config.DATABASE_URL);
});
afterAll(() => doorstep.close());

test("the pilot school starts with six bulletins over six topics, another school with the province's", async () => {
  const [pilot, other] = await Promise.all(
    schools.map(({ id }) =>
      latestBulletins(doorstep.world.db, { schoolId: SchoolId.parse(id), most: 50 }),
    ),
  );

  expect(new Set(pilot?.map(({ topic }) => topic)).size).toBe(6);
  expect(pilot).toHaveLength(6);
  expect(other?.map(({ topic }) => topic)).toEqual(["violence", "drugs"]);
});

test("one waits for an approval", async () => {
  const { rows } = await doorstep.database.query(
    "select status, count(*)::int as n from bulletin_versions group by status order by n",
  );

  expect(rows).toEqual([
    { status: BulletinStatus.enum.submitted, n: 1 },
    { status: BulletinStatus.enum.published, n: demoBulletins.length - 1 },
  ]);
});

test.each(Object.entries(bulletinTexts))(
  "%s fits its limits, points to no child and ends with its source",
  (_name, { title, body }) => {
    expect(title.length).toBeLessThanOrEqual(bulletinLimits.titleChars);
    expect(body.length).toBeLessThanOrEqual(bulletinLimits.bodyChars);
    expect(findingsIn(`${title}\n${body}`)).toEqual([]);
    expect(body.split("\n").at(-1)).toMatch(/^Nguồn: /);
    expect(`${title}${body}`.normalize("NFC")).toBe(`${title}${body}`);
    expect(blocksOf(body).length).toBeGreaterThan(4);
  },
);
