import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { people, zaloPeople } from "../demo/directory.ts";
import { startZaloSim, type ZaloSim } from "../zalo-sim/start.ts";
import { chatText } from "../zalo-sim/text/chat-vi.ts";
import { controlsText } from "../zalo-sim/text/controls-vi.ts";
import { scenarioText } from "../zalo-sim/text/scenarios-vi.ts";
import { phoneText } from "../zalo-sim/text/vi.ts";
import {
  barriers,
  type Chromium,
  inChromium,
  openChromium,
  type Visitor,
} from "./support/browser.ts";

const parent = zaloPeople[0]?.id ?? "";
const officer = people[0]?.zaloId ?? "";
const group = "Phụ huynh Cill Cus";
const post = "Bản tin: phòng tránh đuối nước mùa hè.";

inChromium("the simulated phones", () => {
  let sim: ZaloSim;
  let chromium: Chromium;
  let newcomer: Visitor;
  let page: Page;
  let phone: Locator;

  beforeAll(async () => {
    sim = await startZaloSim({ port: 0, people: zaloPeople });
    chromium = await openChromium();
  });

  afterAll(async () => {
    await chromium?.close();
    await sim?.stop();
  });

  beforeEach(async () => {
    sim.reset();
    newcomer = await chromium.visit([sim.url]);
    ({ page } = newcomer);
    phone = page.locator(`#phone-${parent}`);
    await page.goto(sim.url);
  });

  afterEach(async () => {
    expect(newcomer.troubles).toEqual([]);
    await newcomer.leave();
  });

  test("a newcomer is shown a parent's phone with an empty chat and what to type", async () => {
    await phone.getByText(chatText.hint.title).waitFor();

    expect(await barriers(page)).toEqual([]);
    await phone.getByRole("button", { name: chatText.hint.examples[0] }).click();
    await linesOf(phone).getByText(chatText.hint.examples[0]).waitFor();
    expect(await phone.getByText(chatText.hint.title).isVisible()).toBe(false);
    expect(sim.events()).toMatchObject([
      { name: "user_send_text", body: { message: { text: chatText.hint.examples[0] } } },
    ]);
  });

  test("what a parent types goes to the account, and pressing a button under the answer says it", async () => {
    await write(page, phone, "Trường An", "Chào cô");
    await linesOf(phone).getByText("Chào cô").waitFor();
    await answer(sim, parent, "Bạn cần gì?", [
      { title: "Bản tin", type: "oa.query.show", payload: "Bản tin mới" },
      { title: "Gặp người", type: "oa.query.hide", payload: "#nguoi" },
      { title: "Gọi 111", type: "oa.open.phone", payload: { phone_code: "111" } },
    ]);

    await phone.getByRole("button", { name: "Bản tin" }).click();
    await linesOf(phone).getByText("Bản tin mới").waitFor();
    await phone.getByRole("button", { name: "Gặp người" }).click();
    await phone.getByRole("button", { name: "Gọi 111" }).click();
    await page.getByRole("dialog").getByText(phoneText.callIsPretended).waitFor();

    await expect
      .poll(() => heard(sim, "user_send_text"))
      .toEqual(["Chào cô", "Bản tin mới", "#nguoi"]);
    expect(await linesOf(phone).getByText("#nguoi").count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
  });

  test("a parent follows the account, blocks it, and takes the block back", async () => {
    await phone.getByRole("button", { name: chatText.accountMenu.follow }).click();
    await phone.getByText(chatText.accountMenu.notFollowing).waitFor({ state: "detached" });
    await menuOf(phone, "Trường An", chatText.accountMenu.block);
    await phone.getByText(chatText.blockedNotice).waitFor();
    expect(sim.person(parent)).toMatchObject({ followed: false, blocked: true });

    await menuOf(phone, "Trường An", chatText.accountMenu.unblock);

    await phone.getByLabel(chatText.compose.label("Trường An")).waitFor();
    expect(sim.events().map(({ name }) => name)).toEqual(["follow", "unfollow", "follow"]);
  });

  test("a parent sends a picture and where they are", async () => {
    await openMenu(phone, chatText.compose.more);
    await phone.getByRole("button", { name: chatText.compose.image }).click();
    await phone.getByRole("img", { name: chatText.attachment.imageFrom(chatText.you) }).waitFor();
    await openMenu(phone, chatText.compose.more);
    await phone.getByRole("button", { name: chatText.compose.location }).click();
    await linesOf(phone).getByText(chatText.attachment.location).first().waitFor();

    expect(sim.events().map(({ name }) => name)).toEqual(["user_send_image", "user_send_location"]);
    expect(await barriers(page)).toEqual([]);
  });

  test("a post reaches a parent in their group while a half-written message stays as it is", async () => {
    await phone.getByLabel(chatText.compose.label("Trường An")).fill("Cho tôi hỏi");
    sim.follow(parent);
    await postInGroup(sim, post);

    await phone.locator("[data-view=oa] [data-badge-elsewhere]").waitFor();
    expect(await phone.getByLabel(chatText.compose.label("Trường An")).inputValue()).toBe(
      "Cho tôi hỏi",
    );
    await openChat(phone, group);
    await linesOf(phone).getByText(post).waitFor();
    await write(page, phone, group, "Cảm ơn nhà trường");
    await linesOf(phone).getByText("Cảm ơn nhà trường").waitFor();
    await openMenu(phone, chatText.group.open(group));
    await phone
      .getByText(zaloPeople[0]?.name ?? "")
      .last()
      .waitFor();

    expect(await barriers(page)).toEqual([]);
    expect(heard(sim, "user_send_group_text")).toEqual(["Cảm ơn nhà trường"]);
  });

  test("who has the link joins a group, and cannot write where only the school writes", async () => {
    await postInGroup(sim, post, [officer]);
    const [made] = sim.groups();
    await lock(sim, made?.id ?? "");
    await phone.locator("[data-view=oa]").getByRole("button", { name: chatText.back }).click();

    await phone.getByLabel(chatText.group.joinLabel).fill(made?.link ?? "");
    await phone.getByRole("button", { name: chatText.group.join }).click();
    await phone.getByText(chatText.group.joined(group)).waitFor();
    await phone.getByRole("button", { name: new RegExp(group) }).click();

    await phone.getByText(chatText.locked).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test("a group's link in a chat joins it on this machine: nothing opens at Zalo", async () => {
    await postInGroup(sim, post, [officer]);
    const [made] = sim.groups();
    const link = made?.link ?? "";
    sim.follow(parent);
    await answer(sim, parent, `Nhóm của trường:\n${link}`, [
      { title: "Vào nhóm", type: "oa.open.url", payload: { url: link } },
    ]);

    await phone.getByRole("link", { name: "Vào nhóm" }).click();
    await phone.getByText(chatText.group.joined(group)).waitFor();
    await linesOf(phone).getByRole("link", { name: link }).click();
    await openChat(phone, group);

    expect(sim.groups()[0]?.members).toContain(parent);
    expect(newcomer.context.pages()).toHaveLength(1);
    expect(await barriers(page)).toEqual([]);
  });

  test("an officer sees an alert and says that they have it", async () => {
    await answer(sim, officer, "Có việc cần xem", [
      { title: "Mở bàn tiếp nhận", type: "oa.open.url", payload: { url: `${sim.url}/` } },
      { title: "Tôi đã nhận", type: "oa.query.hide", payload: "#nhan" },
    ]);
    await page.locator(`[data-choose="${officer}"]`).click();
    const desk = page.locator(`#phone-${officer}`);

    await desk.getByRole("button", { name: "Tôi đã nhận" }).click();
    await expect.poll(() => heard(sim, "user_send_text")).toEqual(["#nhan"]);
    const opening = newcomer.context.waitForEvent("page");
    await desk.getByRole("link", { name: "Mở bàn tiếp nhận" }).click();

    expect((await opening).url()).toBe(`${sim.url}/`);
    expect(await barriers(page)).toEqual([]);
  });

  test("the drawer turns the clock and lets a human answer for the account", async () => {
    const before = sim.now();
    await page.getByRole("button", { name: phoneText.controls }).click();

    await page.getByRole("button", { name: "+48 giờ" }).click();
    await page.getByText(controlsText.clock.ahead).waitFor();
    expect(sim.now() - before).toBeGreaterThanOrEqual(48 * 3_600_000);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("button", { name: controlsText.clock.back }).click();
    await page.getByText(controlsText.clock.ahead).waitFor({ state: "hidden" });
    await page.getByLabel(controlsText.cast).selectOption(parent);
    await page.getByLabel(controlsText.admin.words).fill("Tôi là cô Hạnh đây ạ");
    await page.getByRole("button", { name: controlsText.admin.send }).click();
    await page.keyboard.press("Escape");

    await linesOf(phone).getByText("Tôi là cô Hạnh đây ạ").waitFor();
    await linesOf(phone).getByText(chatText.admin).waitFor();
  });

  test("a scenario is played with the person chosen in the drawer", async () => {
    const { title } = scenarioText["admin-takes-over"];
    await page.getByRole("button", { name: phoneText.controls }).click();
    await page.getByLabel(controlsText.cast).selectOption(officer);
    await page.getByRole("button", { name: title }).click();
    await page.getByText(controlsText.done).waitFor();
    sim.follow(parent);
    await postInGroup(sim, post);
    await page.getByRole("button", { name: scenarioText["group-asset-lapsed"].title }).click();
    await page.keyboard.press("Escape");
    await openChat(phone, group);
    await phone.getByText(chatText.group.off).waitFor();

    const said = sim.items(officer).map((item) => item.app === "zalo" && item.from);
    expect(said).toEqual(["me", "admin", "oa"]);
  });

  test("a parent talks with the Bot, and in a group that has the Bot", async () => {
    sim.putBotInGroup(group, [parent, officer]);
    sim.follow(parent);
    await openChat(phone, "Bot Trường An");
    await write(page, phone, "Bot Trường An", "Chào Bot");
    await linesOf(phone).getByText("Chào Bot").waitFor();

    await openChat(phone, group);
    await write(page, phone, group, "@Bot Trường An có bản tin mới không");
    await linesOf(phone).getByText("@Bot Trường An").waitFor();

    expect(sim.events().map(({ door }) => door)).toEqual(["oa", "bot", "bot"]);
  });

  test("a wide screen shows several phones, and shows or hides each", async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    const shown = page.getByRole("article");
    await expect.poll(() => shown.count()).toBe(3);
    expect(await barriers(page)).toEqual([]);

    await page.getByRole("button", { name: zaloPeople[3]?.name ?? "" }).click();
    expect(await shown.count()).toBe(4);
    await page.getByRole("button", { name: zaloPeople[0]?.name ?? "" }).click();

    expect(await phone.isVisible()).toBe(false);
    expect(await shown.count()).toBe(3);
  });
});

function linesOf(phone: Locator): Locator {
  return phone.locator(".chat:not([hidden]) [data-list]");
}

async function write(page: Page, phone: Locator, to: string, words: string): Promise<void> {
  await phone.getByLabel(chatText.compose.label(to)).fill(words);
  await page.keyboard.press("Enter");
}

async function openChat(phone: Locator, title: string): Promise<void> {
  await phone.locator(".chat:not([hidden])").getByRole("button", { name: chatText.back }).click();
  await phone.getByRole("button", { name: new RegExp(title) }).click();
}

async function openMenu(phone: Locator, name: string): Promise<void> {
  await phone.locator("summary", { hasText: name }).click();
}

async function menuOf(phone: Locator, title: string, choice: string): Promise<void> {
  await openMenu(phone, chatText.accountMenu.open(title));
  await phone.getByRole("button", { name: choice, exact: true }).click();
}

function heard(sim: ZaloSim, name: string): readonly unknown[] {
  const events = sim.events().filter((event) => event.name === name);
  return events.map(({ body }) => Reflect.get(body["message"] as object, "text"));
}

/** As our server would: through Zalo's own addresses. */
async function callZalo(sim: ZaloSim, path: string, body: object): Promise<void> {
  const response = await fetch(`${sim.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", access_token: "sim-access-token" },
    body: JSON.stringify(body),
  });
  expect(await response.json()).toMatchObject({ error: 0 });
}

async function answer(sim: ZaloSim, id: string, text: string, buttons: readonly object[]) {
  const attachment = { type: "template", payload: { buttons } };
  const message = { recipient: { user_id: id }, message: { text, attachment } };
  await callZalo(sim, "/v3.0/oa/message/cs", message);
}

async function postInGroup(sim: ZaloSim, text: string, members = [parent, officer]) {
  const [asset] = sim.assets();
  const made = { group_name: group, asset_id: asset?.id, member_user_ids: members };
  await callZalo(sim, "/v3.0/oa/group/creategroupwithoa", made);
  const recipient = { group_id: sim.groups()[0]?.id };
  await callZalo(sim, "/v3.0/oa/group/message", { recipient, message: { text } });
}

async function lock(sim: ZaloSim, id: string): Promise<void> {
  await callZalo(sim, "/v3.0/oa/group/updateinfo", { group_id: id, lock_send_msg: true });
}
