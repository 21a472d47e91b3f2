import { searchSchools } from "@truong-an/bot-server/directory/find";
import { foldVietnamese } from "@truong-an/shared/text/fold";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schools } from "../../demo/directory.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";

const more = [
  "Trường THCS Đạ Đờn 100% nội trú",
  "Trường THCS Đạ Đờn_2",
  "Trường Tiểu học Nguyễn Trãi",
  "Trường Mầm non K'Ho",
];
const many = Array.from({ length: 30 }, (_one, at) => `Trường Tiểu học Hoa Sen ${at + 1}`);

let doorstep: Doorstep;
beforeAll(async () => {
  doorstep = await openDoorstep();
  const names = [...more, ...many];
  await doorstep.database.query(
    `insert into schools (id, commune_id, name, stage, search_text)
     select gen_random_uuid(), '68-nam-ban', given.name, 'lower', given.search_text
     from unnest($1::text[], $2::text[]) as given (name, search_text)`,
    [names, names.map((name) => foldVietnamese(`${name} xã Nam Ban Lâm Hà`))],
  );
});
afterAll(() => doorstep.close());

async function find(typed: string): Promise<readonly string[]> {
  return (await searchSchools(doorstep.world.db, typed)).map(({ name }) => name);
}

const pilot = schools[0]?.name ?? "";

test.each([
  ["as it is written", "Trường TH&THCS Cill Cus"],
  ["without tone marks", "truong th&thcs cill cus"],
  ["in capitals", "CILL CUS"],
  ["in part", "cil"],
  ["in another order", "cus cill"],
  ["with its commune", "cill Lâm Hà"],
  ["with its commune, without tone marks", "cill lam ha"],
  ["as some keyboards write it, letter and mark apart", "Trường Cill Cus".normalize("NFD")],
  ["with blanks around it", "   cill   cus  "],
  ["with signs around it", "(cill), cus."],
])("a school is found by its name %s", async (_how, typed) => {
  expect(await find(typed)).toEqual([pilot]);
});

test.each([
  ["Đạ Đờn", 2],
  ["da don", 2],
  ["ĐẠ ĐỜN", 2],
  ["k'ho", 1],
  ["nguyen trai", 1],
  ["nguyễn trải", 1],
])("%s finds %i: đ, Đ, apostrophes and wrong tones too", async (typed, count) => {
  expect((await find(typed)).length).toBe(count);
});

test("every word must be there", async () => {
  expect(await find("cill hoa sen")).toEqual([]);
});

test.each(["100%", "c%l", "c_ll", "%cill", "cill%cus%nam", "_ill", "cill\\", "ci'll", "c*l"])(
  "%s holds no sign that stands for other letters",
  async (typed) => {
    const letters = typed.split(/[^a-z0-9]+/).filter(Boolean);

    const found = await find(typed);

    const fitting = [...more, ...many, ...schools.map(({ name }) => name)].filter((name) =>
      letters.every((word) => foldVietnamese(`${name} xã Nam Ban Lâm Hà`).includes(word)),
    );
    expect([...found].sort()).toEqual([...fitting].sort().slice(0, 20));
  },
);

test("twenty at most, however many fit, in the order of their names", async () => {
  const found = await find("hoa sen");

  expect(found.length).toBe(20);
  expect([...found].sort()).toEqual(found);
});

test("with nothing to look for, the first twenty are shown", async () => {
  expect((await find("")).length).toBe(20);
  expect(await find(" %_ ")).toEqual(await find(""));
});

test("a school is told with its commune and province, and an id that leads to its sheet", async () => {
  const [found] = await searchSchools(doorstep.world.db, "cill cus");

  expect(found).toEqual({
    id: schools[0]?.id,
    name: pilot,
    communeName: "xã Nam Ban Lâm Hà",
    provinceName: "tỉnh Lâm Đồng",
  });
  const sheet = await doorstep.app.inject(`/api/public/schools/${found?.id}/sheet`);
  expect(JSON.parse(sheet.json().sheet).schoolName).toBe(pilot);
});

test("a school without a sheet, or none at all, is not found", async () => {
  const [withoutSheet] = await searchSchools(doorstep.world.db, "nguyen trai");
  const nobody = "5c1a7b52-8a5e-4d39-8d0e-51a5f0a19999";

  for (const id of [withoutSheet?.id, nobody]) {
    const answer = await doorstep.app.inject(`/api/public/schools/${id}/sheet`);
    expect(answer.statusCode).toBe(404);
    expect(answer.json().code).toBe("not-found");
  }
});
