import { notifyMember, notifyOperator } from "@truong-an/bot-server/alerts/notify-member";
import { readConfig } from "@truong-an/bot-server/config";
import { migrate } from "@truong-an/bot-server/db/migrate";
import { openWorld, type World } from "@truong-an/bot-server/world";
import { DeskId, StaffId } from "@truong-an/shared/ids";
import type { Notice } from "@truong-an/shared/notice";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { people } from "../../demo/directory.ts";
import { at } from "../../shared/support/stories.ts";
import { deskIdOf, emailOf, zaloIdOf } from "../../support/demo-ids.ts";
import { type Backdrop, openBackdrop } from "../../support/stage.ts";

const police = "police-nam-ban";
const staffId = StaffId.parse(people.find(({ desk }) => desk === police)?.id);
const gaps: Notice = {
  kind: "roster-gaps",
  deskId: DeskId.parse(deskIdOf(police)),
  isOwnDesk: true,
  gaps: [
    { from: at("2026-12-05 19:00"), to: at("2026-12-06 07:00") },
    { from: at("2026-12-12 19:00"), to: null },
  ],
  more: 2,
};

let backdrop: Backdrop;
let world: World;
beforeAll(async () => {
  backdrop = await openBackdrop({ settings: { OPERATOR_EMAILS: "operator@truong-an.invalid" } });
  await migrate({ url: backdrop.databaseUrl, log: { info: () => undefined } });
  world = openWorld(readConfig(backdrop.environment));
});
afterEach(async () => {
  backdrop.sim.reset();
  await backdrop.database.query("delete from zalo_contacts");
});
afterAll(async () => {
  await world.close();
  await backdrop.close();
});

async function heardOf(daysAgo: number): Promise<void> {
  await backdrop.database.query(
    `insert into zalo_contacts values ($1, now() - make_interval(days => $2))
     on conflict (user_id) do update set last_interaction_at = excluded.last_interaction_at`,
    [zaloIdOf(police), daysAgo],
  );
}

const letters = () => backdrop.mail.mails();
const said = () => JSON.stringify(backdrop.sim.items(zaloIdOf(police)));

test("someone who has lately written to the account is told there, and not twice", async () => {
  await heardOf(6);
  const before = letters().length;

  await notifyMember(world, { staffId, notice: gaps });

  expect(said()).toContain("Lịch trực của Công an xã Nam Ban Lâm Hà còn trống");
  expect(said()).toContain("từ 19:00 thứ Bảy 5/12 đến 07:00 Chủ nhật 6/12");
  expect(letters()).toHaveLength(before);
});

test.each([
  ["has been silent for more than a week", 8],
  ["has never written", null],
])("someone who %s gets a letter", async (_who, daysAgo) => {
  if (daysAgo !== null) await heardOf(daysAgo);

  await notifyMember(world, { staffId, notice: gaps });

  const letter = letters().at(-1);
  expect(letter?.to).toContain(emailOf(police));
  expect(letter?.subject).toBe("Lịch trực còn chỗ trống");
  expect(letter?.text).toContain("từ 19:00 thứ Bảy 12/12, chưa có ngày kết thúc");
  expect(letter?.text).toContain("và 2 khoảng khác");
  expect(letter?.text).toContain("http://127.0.0.1:3000/console#/duty");
  expect(backdrop.sim.items(zaloIdOf(police))).toEqual([]);
});

test("refused by the account: a letter", async () => {
  await heardOf(1);
  backdrop.sim.fail({ next: 1, kind: "refuse", code: -230, userId: zaloIdOf(police) });
  const before = letters().length;

  await notifyMember(world, { staffId, notice: gaps });

  expect(letters()).toHaveLength(before + 1);
});

test("nobody answers: it is tried again", async () => {
  backdrop.mail.failNext(1, "tempfail");

  await expect(notifyMember(world, { staffId, notice: gaps })).rejects.toThrow();
});

test("an operator hears by letter, as from above the desk", async () => {
  await notifyOperator(world, { operator: 0, notice: { ...gaps, isOwnDesk: false } });
  await notifyOperator(world, { operator: 7, notice: gaps });

  const letter = letters().at(-1);
  expect(letter?.to).toContain("operator@truong-an.invalid");
  expect(letter?.text).toContain("Xin anh/chị nhắc bàn xếp người trực");
});

test.each([
  ["duty-begins", "Anh/chị có ca trực mới", "từ 19:00 thứ Sáu 4/12 đến 07:00 thứ Bảy 5/12"],
  ["duty-ends", "Ca trực của anh/chị đã đổi", "nghỉ trực"],
] as const)("a turn that changes is told of: %s", async (kind, subject, words) => {
  const span = { from: at("2026-12-04 19:00"), to: at("2026-12-05 07:00") };

  await notifyMember(world, { staffId, notice: { kind, deskId: gaps.deskId, ...span } });

  expect(letters().at(-1)).toMatchObject({ subject, text: expect.stringContaining(words) });
});
