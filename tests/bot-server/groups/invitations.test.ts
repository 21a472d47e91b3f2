import { invitationsTo } from "@truong-an/bot-server/groups/invitations";
import { SchoolId } from "@truong-an/shared/ids";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schools } from "../../demo/directory.ts";
import { type Doorstep, openDoorstep } from "../../support/doorstep.ts";
import { setGroup } from "../../support/group-rows.ts";
import { pilotSchool } from "../../support/reporter.ts";

let doorstep: Doorstep;
beforeAll(async () => {
  doorstep = await openDoorstep();
});
afterAll(() => doorstep.close());

test("a school's groups by name, with links: none of staff, none that cannot be joined", async () => {
  const { database, world } = doorstep;
  await setGroup(database, {
    name: "Phụ huynh",
    readers: ["parents"],
    link: "https://zalo.me/g/phuhuynh",
  });
  await setGroup(database, {
    name: "Học sinh",
    readers: ["pupils"],
    asksToJoin: true,
    link: "https://zalo.me/g/hocsinh",
  });
  await setGroup(database, { name: "Giáo viên", readers: ["staff"] });
  await setGroup(database, { name: "Hết hạn", state: "disabled" });
  await setGroup(database, { name: "Đã xóa", state: "deleted" });
  await setGroup(database, { name: "Chưa có liên kết", link: null });
  await setGroup(database, { name: "Của xã", place: "commune" });
  await setGroup(database, { name: "Trường khác", place: "other school" });

  const found = await invitationsTo(world.db, SchoolId.parse(pilotSchool));

  expect(found).toEqual({
    links: [
      { name: "Học sinh", link: "https://zalo.me/g/hocsinh" },
      { name: "Phụ huynh", link: "https://zalo.me/g/phuhuynh" },
    ],
    areSomeHeldBack: false,
  });
});

test("a group with pupils that lets anybody in is not handed out: only that there is one", async () => {
  const { database, world } = doorstep;
  await setGroup(database, {
    place: "other school",
    readers: ["parents", "pupils"],
    name: "Lớp 5A",
  });

  const found = await invitationsTo(world.db, SchoolId.parse(schools[1]?.id));

  expect(found.links.map(({ name }) => name)).not.toContain("Lớp 5A");
  expect(found.areSomeHeldBack).toBe(true);
});
