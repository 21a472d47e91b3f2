import { text } from "@truong-an/mini-app/staff/text/vi";
import type { CorrectionReason } from "@truong-an/shared/correction";
import type { Level } from "@truong-an/shared/report";
import { newSubmissionId } from "@truong-an/shared/sealing/random";
import { correctionReasonLabels, levelLabels } from "@truong-an/shared/text/vi";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { desks } from "../demo/directory.ts";
import { dangerFacts, reply, submit } from "../support/reporter.ts";
import { eventually, type Stage } from "../support/stage.ts";
import {
  barriers,
  type Chromium,
  inChromium,
  openChromium,
  type Visitor,
} from "./support/browser.ts";
import { joinFromPhone, take } from "./support/desk.ts";
import { openHouse } from "./support/house.ts";
import { keepPicture } from "./support/pictures.ts";
import { press } from "./support/pupil.ts";

type Stored = {
  readonly id: string;
  readonly level: string;
  readonly status: string;
  readonly told: readonly string[];
};

const goodbye =
  "Tối nay em uống hết thuốc rồi ngủ luôn, không dậy nữa. Em không muốn sống nữa. Tạm biệt mọi người, nhờ cô chăm em gái giúp em.";
const anotherGoodbye =
  "Cô ơi em xin lỗi. Em quyết định rồi, tối nay em tự tử. Vĩnh biệt cô, tạm biệt cả lớp.";
const accusesPolice =
  "Chú công an xã đang đánh bạn em trước cổng trường, bạn em chảy máu đầu nằm bất động, không ai dám can.";
const quarrel = "Bạn em bị trêu mỗi giờ ra chơi, hôm nay có người xô bạn em.";
const ordinary = "Dạ em cảm ơn cô đã trả lời em ạ.";

inChromium("the level at the desk", () => {
  let stage: Stage;
  let chromium: Chromium;
  let school: Visitor;
  let page: Page;
  const ownDesk = desks.find(({ key }) => key === "cill-cus")?.name ?? "";

  beforeAll(async () => {
    stage = await openHouse();
    chromium = await openChromium();
    school = await chromium.visit([stage.url, stage.sim.url], { screen: "desk" });
    ({ page } = await joinFromPhone(school, stage.sim.url, "cill-cus"));
  });

  afterAll(async () => {
    await chromium?.close();
    await stage?.close();
  });

  const stored = async (submissionId: string) => {
    const { rows } = await stage.database.query<Stored>(
      `select id, level, status, array(select kind from envelopes join desks on desks.id = desk_id
         where report_id = reports.id and told_at is not null order by kind) as told
       from reports where submission_id = $1`,
      [submissionId],
    );
    return rows[0];
  };

  async function look(name: string): Promise<void> {
    expect(await barriers(page)).toEqual([]);
    await keepPicture(page, `${name}-wide`);
    await page.setViewportSize({ width: 360, height: 640 });
    await keepPicture(page, name);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    await page.setViewportSize({ width: 1280, height: 800 });
  }

  async function open(submissionId: string, story: string): Promise<void> {
    const { id } = (await stored(submissionId)) ?? { id: "" };
    await page.goto(page.url().replace(/#.*/, `#/report/${id}`));
    await page.getByText(story).waitFor();
  }

  test("a goodbye from a phone that sent no signals raises the report as soon as it is read, once", async () => {
    const { report } = await submit(stage.url, { story: goodbye }); // signals: none
    expect(await stored(report.submissionId)).toMatchObject({ level: "normal" });

    await open(report.submissionId, goodbye);

    await page.getByText(text.reading.title.raised("emergency")).waitFor();
    await page.getByText(/^Đoạn này có dấu hiệu khẩn cấp/).waitFor();
    await page.getByText(/^Trình duyệt của .+ đọc lại và nâng mức$/).waitFor();
    expect(await stored(report.submissionId)).toMatchObject({
      level: "emergency",
      status: "waiting",
      told: ["commune", "police", "school"],
    });
    await look("console-raised");
    expect(signalsSent()).toHaveLength(2); // the second with the envelope that the first was asked for
    expect(signalsSent().join()).not.toMatch(/thuốc|thuoc|tạm biệt/i);

    await theLevelIsCorrected(report.submissionId);
  });

  const signalsSent = () =>
    school.requests.filter(({ url }) => url.endsWith("/signals")).map(({ body }) => body);

  /** Asks for another level and chooses it, up to the last button. */
  async function choose(level: Level, reason: CorrectionReason) {
    await press(page, text.correct.action);
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: levelLabels[level], exact: true }).check();
    const label = new RegExp(`^${correctionReasonLabels[reason]}`, "i");
    await dialog.getByRole("radio", { name: label }).check();
    return {
      dialog,
      confirm: dialog.getByRole("button", { name: text.correct.confirm, exact: true }),
    };
  }

  async function theLevelIsCorrected(submissionId: string): Promise<void> {
    await page.getByText(text.correct.notLower["not-taken"]).waitFor();
    expect(await page.getByRole("button", { name: text.correct.action }).count()).toBe(0);
    await take(page);
    await page.getByText(text.reading.raised.taken).waitFor();
    const { dialog, confirm } = await choose("normal", "not_meant");
    await dialog.getByText(text.correct.meaning.lower("normal")).waitFor();
    await look("console-correct-down");
    await confirm.click();
    await page.getByText(text.correct.done("normal")).waitFor();

    const why = correctionReasonLabels.not_meant;
    await page.getByText(text.report.corrected(why, ownDesk)).first().waitFor();
    await page.getByText(text.reading.title.raised("emergency")).waitFor({ state: "detached" });
    await page.getByText(/sửa mức từ khẩn cấp thành thường/).waitFor();
    await look("console-corrected");
    const sentBefore = signalsSent().length;
    await page.getByRole("link", { name: text.report.back }).click();
    await page.getByRole("heading", { name: text.queue.title }).waitFor();
    await open(submissionId, goodbye); // a page that knows nothing of what the last one tried
    await page.getByText(/^Đoạn này có dấu hiệu khẩn cấp/).waitFor();
    await page.waitForTimeout(1_500); // time enough for a browser that would raise it again
    expect(signalsSent()).toHaveLength(sentBefore);
    expect(await stored(submissionId)).toMatchObject({ level: "normal", status: "taken" });
  }

  test("after a correction a new goodbye raises it again, an ordinary message does not", async () => {
    const { report, receipt } = await submit(stage.url, { facts: dangerFacts, story: quarrel });
    await open(report.submissionId, quarrel);
    await take(page);
    const { confirm } = await choose("normal", "danger_is_over");
    await confirm.click();
    await page.getByText(text.correct.done("normal")).waitFor();

    await reply(stage.url, receipt, { text: ordinary, messageId: newSubmissionId() });
    await page.getByText(ordinary).waitFor({ timeout: 30_000 });
    await page.waitForTimeout(1_500);
    expect(await stored(report.submissionId)).toMatchObject({ level: "normal", status: "taken" });

    await reply(stage.url, receipt, { text: anotherGoodbye, messageId: newSubmissionId() });
    await page.getByText(anotherGoodbye).waitFor({ timeout: 30_000 });
    await page.getByText(text.reading.title.raised("emergency")).waitFor();

    await eventually("the raise", async () => {
      const now = await stored(report.submissionId);
      return now?.level === "emergency" ? now : undefined;
    });
    expect(await stored(report.submissionId)).toMatchObject({
      status: "taken", // its holder is called, and keeps it
      told: ["commune", "police", "school"],
    });
  });

  test("a message that comes while the level is being lowered must be read first", async () => {
    const { report, receipt } = await submit(stage.url, { facts: dangerFacts, story: quarrel });
    await open(report.submissionId, quarrel);
    await take(page);
    const { dialog, confirm } = await choose("low", "danger_is_over");

    await reply(stage.url, receipt, { text: ordinary });
    await dialog.getByText(text.outdated.message).waitFor({ timeout: 30_000 });

    expect(await confirm.count()).toBe(0);
    await look("console-correct-outdated");
    await dialog.getByRole("button", { name: text.outdated.leave, exact: true }).click();
    expect(await stored(report.submissionId)).toMatchObject({ level: "emergency" });
    const again = await choose("low", "danger_is_over");
    await again.confirm.click();
    await page.getByText(text.correct.done("low")).waitFor();
  });

  test("a message that comes while the report is being closed must be read first", async () => {
    const { report, receipt } = await submit(stage.url, { story: quarrel });
    await open(report.submissionId, quarrel);
    await take(page);
    await press(page, text.close.action);
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio").first().check();
    await dialog.getByRole("button", { name: text.close.next, exact: true }).click();

    await reply(stage.url, receipt, { text: ordinary });
    await dialog.getByText(text.outdated.message).waitFor({ timeout: 30_000 });

    const confirm = dialog.getByRole("button", { name: text.close.confirm, exact: true });
    expect(await confirm.count()).toBe(0);
    await dialog.getByRole("button", { name: text.outdated.leave, exact: true }).click();
    expect(await stored(report.submissionId)).toMatchObject({ status: "taken" });
  });

  test("a story that may be about the police goes to them only when a person says so", async () => {
    const { report } = await submit(stage.url, { story: accusesPolice });
    const sentBefore = signalsSent().length;
    await open(report.submissionId, accusesPolice);
    const { held, raiseAnyway, office } = text.reading;
    await page.getByText(held(office.police)).waitFor();
    await look("console-raise-held");
    expect(signalsSent()).toHaveLength(sentBefore);
    expect((await stored(report.submissionId))?.told).not.toContain("police");

    await press(page, raiseAnyway("emergency"));

    await page.getByText(text.reading.title.raised("emergency")).waitFor();
    expect(await stored(report.submissionId)).toMatchObject({
      level: "emergency",
      told: ["commune", "police", "school"],
    });
  });

  test("a raise that the line swallowed is tried again by itself", async () => {
    await page.route("**/signals", (route) => route.abort());
    const { report } = await submit(stage.url, { story: goodbye });
    await open(report.submissionId, goodbye);
    await page.getByText(text.reading.title.failed("emergency")).waitFor();
    await page.unroute("**/signals");

    await page.getByText(text.reading.title.raised("emergency")).waitFor({ timeout: 30_000 });

    expect(await stored(report.submissionId)).toMatchObject({ level: "emergency" });
  });

  test("a level is raised by its holder, who keeps it while the others hear", async () => {
    const story = "Vòi nước ở nhà vệ sinh tầng hai bị hỏng cả tuần nay ạ.";
    const { report } = await submit(stage.url, { story });
    await open(report.submissionId, story);
    const before = await stored(report.submissionId);
    await take(page);
    const { dialog, confirm } = await choose("emergency", "other_knowledge");
    await dialog.getByText(text.correct.meaning.raiseHeld("emergency")).waitFor();
    await look("console-correct-up");
    await confirm.click();
    await page.getByText(text.correct.done("emergency")).waitFor();

    expect(before?.told).not.toContain("police");
    expect(await stored(report.submissionId)).toMatchObject({
      level: "emergency",
      status: "taken",
      told: ["commune", "police", "school"],
    });
    await page.getByText(text.report.otherReasons).waitFor();
    expect(school.troubles).toEqual([]);
  });
});
