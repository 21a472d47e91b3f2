import {
  channelNames,
  myChannelsText,
  statusText,
  titled,
} from "@truong-an/mini-app/staff/text/alerts-vi";
import { menuText } from "@truong-an/mini-app/staff/text/menu-vi";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { zaloIdOf } from "../support/demo-ids.ts";
import { eventually, type Stage } from "../support/stage.ts";
import { type Chromium, inChromium, openChromium, type Visitor } from "./support/browser.ts";
import { joinFromPhone } from "./support/desk.ts";
import { openHouse } from "./support/house.ts";
import { troublesOn } from "./support/look.ts";
import { press } from "./support/pupil.ts";

const desk = "police-nam-ban";

inChromium("how staff are called", () => {
  let stage: Stage;
  let chromium: Chromium;
  let visitor: Visitor;
  let found: string[];

  beforeAll(async () => {
    chromium = await openChromium();
  });
  afterAll(() => chromium?.close());

  beforeEach(async () => {
    stage = await openHouse();
    found = [];
  });
  afterEach(async () => {
    expect(found).toEqual([]);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
    await stage.close();
  });

  async function look(page: Page, screen: string): Promise<void> {
    found.push(...(await troublesOn(page, screen)));
  }

  async function join(screen: "phone" | "desk", colorScheme: "light" | "dark"): Promise<Page> {
    visitor = await chromium.visit([stage.url, stage.sim.url], {
      screen,
      settings: { colorScheme },
    });
    const { page } = await joinFromPhone(visitor, stage.sim.url, desk);
    return page;
  }

  /** From the menu, as on that screen. */
  async function goTo(page: Page, name: string): Promise<void> {
    const toggle = page.getByRole("button", { name: menuText.toggle });
    if (await toggle.isVisible()) await toggle.click();
    await look(page, "menu");
    await page.getByRole("link", { name, exact: true }).click();
    await page.getByRole("heading", { name, level: 1 }).waitFor();
  }

  const cardOf = (page: Page, name: string): Locator =>
    page
      .locator("section")
      .filter({ has: page.getByRole("heading", { name, exact: true, level: 2 }) });

  test.each([
    ["phone", "light"],
    ["phone", "dark"],
    ["desk", "light"],
  ] as const)(
    "a member sets the channels without meeting a barrier, on a %s, %s",
    async (screen, scheme) => {
      const page = await join(screen, scheme);
      await goTo(page, myChannelsText.title);
      await page.getByRole("heading", { name: myChannelsText.link.title }).waitFor();
      await look(page, `my-channels-${scheme}`);

      const email = cardOf(page, titled(channelNames.email));
      await email.getByRole("button", { name: myChannelsText.trial.action }).click();
      await email.getByText("đã gửi. Anh/chị xem tin có tới không").waitFor();
      const zns = cardOf(page, titled(channelNames.zns));
      await zns.getByLabel(myChannelsText.address.zns.label).fill("113");
      await zns.getByRole("button", { name: myChannelsText.address.save }).click();
      await zns.getByText(myChannelsText.address.zns.wrong).waitFor();
      await look(page, `my-channels-wrong-${scheme}`);
      await zns.getByLabel(myChannelsText.address.zns.label).fill("0912 345 678");
      await zns.getByRole("button", { name: myChannelsText.address.save }).click();
      const urgent = cardOf(page, myChannelsText.order.urgent.title);
      await urgent.getByText(titled(channelNames.zns)).first().waitFor();
      await urgent
        .getByRole("button", { name: `${myChannelsText.order.up} ${channelNames.email}` })
        .click();
      await expect
        .poll(() => urgent.getByRole("listitem").first().textContent())
        .toContain(titled(channelNames.email));
      await press(page, myChannelsText.link.ask);
      await page.getByText(/^LK [2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}$/).waitFor();
      await look(page, `my-channels-code-${scheme}`);

      await goTo(page, statusText.title);
      await page.getByText(statusText.clocks.fine).waitFor();
      await look(page, `status-${scheme}`);
      const mail = await eventually("the trial's letter", () =>
        stage.mail.mails().find(({ subject }) => subject.includes("tin thử")),
      );
      expect(mail.to).toEqual([`${desk}@truong-an.invalid`]);
    },
  );

  test("the code, sent to the Official Account from another phone, moves the alerts there", async () => {
    const page = await join("desk", "light");
    await goTo(page, myChannelsText.title);
    await press(page, myChannelsText.link.ask);
    const code = await page.getByText(/^LK [2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}$/).textContent();
    const otherPhone = "425731900000099999";
    stage.sim.putPerson({ id: otherPhone, name: "Máy khác của Bình" });

    stage.sim.say(otherPhone, code ?? "");
    await eventually("the answer", () =>
      JSON.stringify(stage.sim.items(otherPhone)).includes("Đã nối") ? true : undefined,
    );
    await cardOf(page, titled(channelNames["oa-message"]))
      .getByRole("button", { name: myChannelsText.trial.action })
      .click();
    await eventually("the test alert", () =>
      JSON.stringify(stage.sim.items(otherPhone)).includes("tin thử") ? true : undefined,
    );

    expect(JSON.stringify(stage.sim.items(zaloIdOf(desk)))).not.toContain("tin thử");
  });

  test("a channel that fails is shown with since when, on the status page", async () => {
    await stage.database.query(
      `insert into channel_health values ('oa-message', now(), now(), null, '-211')`,
    );
    await stage.database.query(
      "insert into operator_alarms values ('people', now()), ('token', now())",
    );
    const page = await join("phone", "light");

    await goTo(page, statusText.title);
    await page.getByText("Không gửi được cho ai từ").waitFor();
    await page.getByText(statusText.zalo.tokenRefused).waitFor();
    await look(page, "status-failing");

    expect(await page.getByText(statusText.channel.code("-211")).isVisible()).toBe(true);
  });
});
