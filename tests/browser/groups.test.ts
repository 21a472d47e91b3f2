import { broadcastText, posterText } from "@truong-an/mini-app/staff/text/broadcast-vi";
import { groupsText } from "@truong-an/mini-app/staff/text/groups-vi";
import { text } from "@truong-an/mini-app/staff/text/vi";
import { readerLabels } from "@truong-an/shared/text/bulletin-vi";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { people, schools } from "../demo/directory.ts";
import { setBulletin } from "../support/bulletin-rows.ts";
import { zaloIdOf } from "../support/demo-ids.ts";
import { setGroup } from "../support/group-rows.ts";
import type { Stage } from "../support/stage.ts";
import { groupMember, manyAssets } from "../support/zalo-groups.ts";
import { barriers, type Chromium, inChromium, openChromium } from "./support/browser.ts";
import { joinFromPhone } from "./support/desk.ts";
import { openHouse } from "./support/house.ts";
import { keepPicture } from "./support/pictures.ts";
import { press } from "./support/pupil.ts";

const leadName = people.find(({ desk }) => desk === "cill-cus")?.name ?? "";
const schoolName = schools[0]?.name ?? "";

inChromium("Zalo groups in the console", () => {
  let stage: Stage;
  let chromium: Chromium;

  beforeAll(async () => {
    chromium = await openChromium();
  });
  afterAll(() => chromium?.close());
  beforeEach(async () => {
    stage = await openHouse({ zalo: { assets: manyAssets(3) } });
  });
  afterEach(() => stage.close());

  async function enter(screen: "phone" | "desk", desk = "cill-cus") {
    const visitor = await chromium.visit([stage.url, stage.sim.url], { screen });
    const { page } = await joinFromPhone(visitor, stage.sim.url, desk);
    return { visitor, page };
  }

  test("a lead makes a group, sends a bulletin and sees it arrive", async () => {
    const found: string[] = [];
    const bulletinId = await setBulletin(stage.database, {
      title: "Đi xe đạp điện đội mũ bảo hiểm",
      body: "Mũ bảo hiểm che chở cho cái đầu. Cài quai cho chặt.",
      place: "school",
    });
    const { visitor, page } = await enter("phone");
    const look = async (name: string) => {
      for (const barrier of await barriers(page)) found.push(`${name}: ${barrier}`);
      await keepPicture(page, name);
    };

    await go(page, "#/groups", groupsText.title);
    await page.getByText(groupsText.empty).waitFor();
    await press(page, groupsText.sync.action);
    await page.getByText(/^Cập nhật từ Zalo lúc/).waitFor();
    await look("groups-empty");
    await page.getByRole("link", { name: groupsText.nav.new, exact: true }).click();
    await press(page, groupsText.form.submit);
    await page.getByText(text.faults(4)).waitFor();
    expect(await page.getByRole("alert").filter({ hasText: /./ }).count()).toBe(1);
    expect(await inFocus(page)).toEqual({
      label: groupsText.form.name,
      description: expect.stringContaining(groupsText.form.needs.name),
    });
    await look("groups-form-problems");
    await fillForm(page);
    await press(page, groupsText.form.submit);
    await page.getByText(groupsText.changed.lock).waitFor();
    await page.getByText("2/100").or(page.getByText("2/101")).first().waitFor();
    await look("groups-one");
    await go(page, "#/groups/send", broadcastText.title);
    await look("groups-send");
    await page.getByRole("link", { name: /Đi xe đạp điện/ }).click();
    await press(page, broadcastText.send(1));
    await page.getByText(broadcastText.over(1, 1)).waitFor();
    await look("groups-sent");

    const [item] = stage.sim
      .items(groupMember)
      .filter((one) => one.app === "zalo" && one.chat === "group");
    expect(item).toMatchObject({ text: expect.stringContaining(`bulletin=${bulletinId}`) });
    expect(found).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });

  test("what did not arrive is told in words, and sent again alone", async () => {
    const bulletinId = await setBulletin(stage.database, { title: "Phòng cháy", place: "school" });
    const { visitor, page } = await enter("phone");
    const { chatId } = stage.sim.putBotInGroup("Lớp 5A", [groupMember]);
    await setGroup(stage.database, { name: "Nhóm đã mất", zaloId: "no-such-group" });
    await setGroup(stage.database, { name: "Lớp 5A", kind: "bot", zaloId: chatId, link: null });
    stage.sim.fail({ next: 1, kind: "http500", at: "bot" });

    await go(page, `#/groups/send/${bulletinId}`, broadcastText.title);
    await press(page, broadcastText.send(2));
    await page.getByText(/OA không còn ở trong nhóm này/).waitFor();
    await page.getByText(broadcastText.lookYourself).waitFor();
    const barriersFound = await barriers(page);
    await keepPicture(page, "groups-unsure");
    await press(page, broadcastText.isNotThere);
    await page.getByText(broadcastText.over(1, 2)).waitFor();
    await press(page, broadcastText.retry(1));
    await page.getByText(/OA không còn ở trong nhóm này/).waitFor();

    expect(barriersFound).toEqual([]);
    expect(visitor.troubles).toEqual([]);
  });

  test("Zalo's no is told in plain words", async () => {
    const { page } = await enter("phone");
    await go(page, "#/groups", groupsText.title);
    await press(page, groupsText.sync.action);
    await page.getByText(/^Cập nhật từ Zalo lúc/).waitFor();
    stage.sim.setConditions({ isVerified: false });

    await page.getByRole("link", { name: groupsText.nav.new, exact: true }).click();
    await fillForm(page);
    await press(page, groupsText.form.submit);

    await page.getByText(groupsText.outcome.refused("OA chưa được xác thực.")).waitFor();
    await keepPicture(page, "groups-refused");
  });

  test("deleting says what will be lost, and asks", async () => {
    await makeOne(stage);
    const { page } = await enter("desk");

    await go(page, "#/groups", groupsText.title);
    await keepPicture(page, "groups-list-desk");
    await page.getByRole("link", { name: /Phụ huynh Cill Cus/ }).click();
    await keepPicture(page, "groups-one-desk");
    await press(page, groupsText.change.delete);
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/sẽ mất/).waitFor();
    const barriersFound = await barriers(page);
    await keepPicture(page, "groups-delete-desk");
    await dialog.getByRole("button", { name: groupsText.remove.confirm, exact: true }).click();
    await page.getByText(groupsText.page.gone).waitFor();

    expect(barriersFound).toEqual([]);
    expect(stage.sim.groups()).toEqual([]);
  });

  test("the department attaches a group that was made elsewhere", async () => {
    await makeOne(stage, false);
    const { page } = await enter("desk", "department");
    await go(page, "#/groups", groupsText.title);
    await press(page, groupsText.sync.action);

    await page.getByRole("heading", { name: groupsText.nobody }).waitFor();
    await page.getByRole("link", { name: /Phụ huynh Cill Cus/ }).click();
    await press(page, groupsText.attach.actionNobody);
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(groupsText.form.place).selectOption({ label: schoolName });
    await dialog.getByLabel(readerLabels.parents).check();
    await keepPicture(page, "groups-attach-desk");
    await dialog.getByRole("button", { name: groupsText.attach.confirm, exact: true }).click();

    await page.getByText(schoolName).first().waitFor();
    await dialog.waitFor({ state: "detached" });
  });

  test("a school's sheet is one page of paper with nothing else on it", async () => {
    const { visitor, page } = await enter("phone");

    await go(page, "#/groups", groupsText.title);
    await page.getByRole("link", { name: groupsText.posters.open }).click();
    await page.getByText(posterText.headline).waitFor();
    const barriersFound = await barriers(page);
    await keepPicture(page, "groups-poster");
    const sheet = await page.pdf({ preferCSSPageSize: true });

    const pages = sheet.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages).toHaveLength(1);
    expect(barriersFound).toEqual([]);
    expect(visitor.troubles).toEqual([]);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button").count()).toBe(0);
    await keepPicture(page, "groups-poster-print");
  });
});

/** What is read out of the field that has the focus: its label, and what is tied to it. */
function inFocus(page: Page) {
  return page.evaluate(() => {
    const field = document.activeElement as HTMLInputElement | null;
    const ids = (field?.getAttribute("aria-describedby") ?? "").split(" ");
    return {
      label: field?.labels?.[0]?.textContent ?? "",
      description: ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" "),
    };
  });
}

async function go(page: Page, hash: string, heading: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
  await page.getByRole("heading", { name: heading, level: 1 }).waitFor();
}

async function fillForm(page: Page): Promise<void> {
  const { form } = groupsText;
  await page.getByLabel(form.name).fill("Phụ huynh Cill Cus");
  await page.getByLabel(readerLabels.parents).check();
  await page
    .getByRole("radio", { name: /100 người/ })
    .first()
    .check();
  await page.getByRole("checkbox", { name: leadName }).check();
}

async function makeOne(stage: Stage, isOurs = true): Promise<void> {
  const answer = await fetch(`${stage.sim.url}/v3.0/oa/group/creategroupwithoa`, {
    method: "POST",
    headers: { access_token: "sim-access-token", "content-type": "application/json" },
    body: JSON.stringify({
      group_name: "Phụ huynh Cill Cus",
      asset_id: stage.sim.assets()[0]?.id,
      member_user_ids: [zaloIdOf("cill-cus")],
    }),
  });
  const { data } = (await answer.json()) as { data: { group_id: string } };
  if (isOurs) await setGroup(stage.database, { name: "Phụ huynh Cill Cus", zaloId: data.group_id });
}
