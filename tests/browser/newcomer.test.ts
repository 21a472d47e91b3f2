import { afterAll, beforeAll, expect, test } from "vitest";
import { zaloPeople } from "../demo/directory.ts";
import { dangerFacts, submit } from "../support/reporter.ts";
import type { Stage } from "../support/stage.ts";
import { chatText } from "../zalo-sim/text/chat-vi.ts";
import { type Chromium, inChromium, openChromium, type Visitor } from "./support/browser.ts";
import { openPhone } from "./support/desk.ts";
import { openHouse } from "./support/house.ts";

const parent = zaloPeople[0]?.id ?? "";

inChromium("a newcomer at the simulated phones", () => {
  let stage: Stage;
  let chromium: Chromium;
  let newcomer: Visitor;

  beforeAll(async () => {
    stage = await openHouse();
    chromium = await openChromium();
    newcomer = await chromium.visit([stage.sim.url], { screen: "desk" });
  });

  afterAll(async () => {
    await chromium?.close();
    await stage?.close();
  });

  test("as a parent gets an answer, presses its button, and hears whom to call when there is danger", async () => {
    const { page } = newcomer;
    await page.goto(stage.sim.url);
    const chat = page.locator(`#phone-${parent} [data-view=oa]`);

    await chat.getByRole("button", { name: chatText.accountMenu.follow }).click();
    await chat.getByText("Bạn cần gì").waitFor();
    await chat.getByRole("button", { name: "Bản tin mới" }).click();
    await chat.getByText("Bạn muốn xem bản tin của trường nào").waitFor();
    await chat.getByLabel(chatText.compose.label("Trường An")).fill("thôi");
    await page.keyboard.press("Enter");
    await chat.getByText("Mình dừng ở đây").waitFor();
    await chat.getByLabel(chatText.compose.label("Trường An")).fill("con bị bạn cầm dao dọa");
    await page.keyboard.press("Enter");

    await chat.getByRole("button", { name: "Gọi 113" }).last().waitFor();
    expect(newcomer.troubles).toEqual([]);
  });

  test("as an officer is alerted, and says by a button that they have it", async () => {
    const { page } = newcomer;
    const chat = await openPhone(page, stage.sim.url, "police-nam-ban", "zalo");

    await submit(stage.url, { facts: dangerFacts, story: "Có người cầm dao trước cổng trường." });
    await chat
      .locator(".bubble, .words")
      .getByText("Có việc cần xem")
      .first()
      .first()
      .waitFor({ timeout: 30_000 });
    await chat.getByRole("button", { name: "Tôi đã nhận" }).first().click();

    await expect.poll(acknowledged, { timeout: 15_000 }).toBe(1);
    expect(newcomer.troubles).toEqual([]);
  });

  async function acknowledged(): Promise<number> {
    const { rows } = await stage.database.query(
      "select count(*)::int as count from audit_entries where kind = 'alert-acknowledged'",
    );
    return rows[0].count;
  }
});
