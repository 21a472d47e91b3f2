import { dutyText, namesInWords } from "@truong-an/mini-app/staff/text/duty-vi";
import { text } from "@truong-an/mini-app/staff/text/vi";
import { addMinutes, dateInVietnam, instant, toTheDay } from "@truong-an/shared/time";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { colleagues, desks, people } from "../demo/directory.ts";
import { joinAs, oneTimeCode } from "../support/colleague.ts";
import { deskIdOf } from "../support/demo-ids.ts";
import type { Stage } from "../support/stage.ts";
import { type Chromium, inChromium, openChromium, type Visitor } from "./support/browser.ts";
import { joinFromPhone, passphrase } from "./support/desk.ts";
import { openHouse } from "./support/house.ts";
import { troublesOn } from "./support/look.ts";
import { press } from "./support/pupil.ts";

const desk = "police-nam-ban";
const binh = people.find((one) => one.desk === desk) ?? raise("nobody there");
const dung = colleagues.find((one) => one.desk === desk) ?? raise("nobody else there");

inChromium("the duty roster's page", () => {
  let stage: Stage;
  let chromium: Chromium;
  let visitor: Visitor;
  let found: string[];

  beforeAll(async () => {
    chromium = await openChromium();
  });
  afterAll(() => chromium?.close());

  beforeEach(async () => {
    stage = await openHouse({ everyone: [...people, ...colleagues] });
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

  async function openAsLead(screen: "phone" | "desk"): Promise<Page> {
    visitor = await chromium.visit([stage.url, stage.sim.url], { screen });
    const { page } = await joinFromPhone(visitor, stage.sim.url, desk);
    await page.goto(`${stage.url}/console#/duty`);
    await page.getByRole("heading", { name: dutyText.title, level: 1 }).waitFor();
    return page;
  }

  /** Bình on duty for the three hours around now, Dũng for the rest of the day and night. */
  async function planAroundNow(): Promise<void> {
    const now = Date.now();
    const hour = Math.floor((now - toTheDay(instant(now))) / 3_600_000);
    const minutes = [((hour + 23) % 24) * 60, ((hour + 2) % 24) * 60];
    const deskId = deskIdOf(desk);
    const query = (words: string, values: unknown[]) => stage.database.query(words, values);
    await query("insert into duty_plans (desk_id, number, otherwise) values ($1, 1, 'nobody')", [
      deskId,
    ]);
    await query(
      `insert into duty_patterns values ($1, 0, $2, '{1,2,3,4,5,6,7}', $4, $5, 'every-day'),
       ($1, 1, $3, '{1,2,3,4,5,6,7}', $5, $4, 'every-day')`,
      [deskId, binh.id, dung.id, ...minutes],
    );
  }

  test.each(["phone", "desk"] as const)(
    "a lead plans, covers and notes an absence without meeting a barrier, on a %s",
    async (screen) => {
      const page = await openAsLead(screen);
      await page.getByText(dutyText.now.everyone).waitFor();
      await look(page, "duty-unplanned");

      await press(page, dutyText.plan.edit);
      await press(page, dutyText.plan.add);
      await press(page, dutyText.turn.confirm);
      await page.getByText(dutyText.turn.needPerson).waitFor();
      await page.getByLabel(dutyText.turn.who).selectOption(binh.id);
      await look(page, "duty-turn");
      await press(page, dutyText.turn.confirm);
      await page.getByRole("radio", { name: dutyText.plan.otherwiseOptions.nobody.label }).check();
      await page.getByText("14 ngày tới còn").waitFor();
      await look(page, "duty-planning");
      await press(page, dutyText.plan.preset);
      await page.getByLabel(dutyText.preset.day).selectOption(binh.id);
      await page.getByLabel(dutyText.preset.night).selectOption(dung.id);
      await look(page, "duty-preset");
      await press(page, dutyText.preset.confirm);
      await page.getByText(dutyText.plan.previewFine).waitFor();
      await press(page, dutyText.plan.save);
      await page.getByText(dutyText.saved).waitFor();
      await page.getByText("Mọi ngày, 19:00 – 07:00 hôm sau").waitFor();

      await press(page, dutyText.covers.add);
      await page.getByLabel(dutyText.covers.who).selectOption(dung.id);
      await page.getByLabel(dutyText.covers.insteadOf).selectOption(binh.id);
      await page.getByRole("button", { name: /^Nghỉ Tết/ }).click();
      await look(page, "duty-cover");
      await page.getByRole("dialog").getByRole("button", { name: dutyText.covers.confirm }).click();
      const covered = dutyText.covers.instead(dung.name, binh.name);
      await page.getByText(covered, { exact: true }).waitFor();

      await press(page, dutyText.absences.add);
      const inTwoDays = dateInVietnam(addMinutes(instant(Date.now()), 2 * 24 * 60));
      await page.getByLabel(dutyText.span.fromDate).fill(inTwoDays);
      await page.getByLabel(dutyText.span.fromTime).fill("08:00");
      await page.getByLabel(dutyText.span.toDate).fill(inTwoDays);
      await page.getByLabel(dutyText.span.toTime).fill("12:00");
      await look(page, "duty-absence");
      await page
        .getByRole("dialog")
        .getByRole("button", { name: dutyText.absences.confirm })
        .click();
      await page.getByText(dutyText.gaps.title(1)).waitFor();
      await page.getByRole("listitem").filter({ hasText: dutyText.gaps.label }).first().waitFor();
      await look(page, "duty-planned");

      await press(page, dutyText.absences.endLabel(binh.name));
      await page.getByText(dutyText.absences.none).waitFor();
      await page.getByText(dutyText.gaps.title(1)).waitFor({ state: "detached" });
    },
  );

  test("one's duty is handed over with the keyboard alone", async () => {
    await planAroundNow();
    const page = await openAsLead("phone");
    await page.getByRole("button", { name: dutyText.handOver.action }).waitFor();

    await reach(page, dutyText.handOver.action);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await look(page, "duty-hand-over");
    await reach(page, dutyText.handOver.confirm);
    await page.keyboard.press("Enter");

    await page.getByText(dutyText.handOver.done).waitFor();
    const standsIn = `${dung.name} (${dutyText.now.insteadOf(namesInWords([binh.name]))})`;
    await page.getByText(standsIn, { exact: true }).first().waitFor();
    await look(page, "duty-handed-over");
    const { rows } = await stage.database.query("select staff_id, instead_of from duty_covers");
    expect(rows).toEqual([{ staff_id: dung.id, instead_of: binh.id }]);
  });

  test("a member sees the roster, and changes nothing but what is their own", async () => {
    await planAroundNow();
    const colleague = await joinAs(stage, dung.id, passphrase);
    visitor = await chromium.visit([stage.url]);
    const { page } = visitor;
    await page.goto(`${stage.url}/console#/duty`);
    await page.getByLabel(text.door.email).fill(dung.email);
    await page.getByLabel(text.door.passphrase, { exact: true }).fill(passphrase);
    await page.getByLabel(text.door.oneTimeCode).fill(oneTimeCode(colleague.totpSecret, 30));
    await press(page, text.door.signIn);

    await page.getByText(dutyText.plan.onlyLead).waitFor();
    await look(page, "duty-member");

    const deskName = desks.find(({ key }) => key === desk)?.name ?? "";
    await page.getByText(deskName, { exact: true }).waitFor();
    expect(await page.getByRole("button", { name: dutyText.plan.edit }).count()).toBe(0);
    expect(await page.getByRole("button", { name: dutyText.covers.add }).count()).toBe(0);
    expect(await page.getByRole("button", { name: dutyText.handOver.action }).count()).toBe(0);
    await press(page, dutyText.absences.add);
    expect(await page.getByLabel(dutyText.absences.who).count()).toBe(0);
  });
});

/** Walks with the tab key until the focus is on the button of this name. */
async function reach(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    if (focused === name) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach "${name}"`);
}

function raise(why: string): never {
  throw new Error(why);
}
