import { readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { text } from "@truong-an/mini-app/text/vi";
import type { Category } from "@truong-an/shared/report";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { pilotSchool } from "../support/reporter.ts";
import type { Stage } from "../support/stage.ts";
import {
  barriers,
  type Chromium,
  inChromium,
  openChromium,
  type Visitor,
} from "./support/browser.ts";
import { openHouse } from "./support/house.ts";
import { keepPicture } from "./support/pictures.ts";
import {
  answerUpToStory,
  arrived,
  codeOnPage,
  goOn,
  press,
  sendAndKeepCode,
  sendThereAndBack,
  tellStory,
} from "./support/pupil.ts";

// A goodbye without an alarming word, and one that the word rules know by themselves.
const goodbye =
  "Mai em không còn ở đây nữa. Em để lại hết sách vở và con gấu bông cho bé Na. Em cảm ơn mọi người, em xin lỗi mẹ, đừng ai đi tìm em.";
const wishToDie = "Em không muốn sống nữa. Tối nay em sẽ đi, đừng ai tìm em.";
const joke =
  "Hôm nay chơi game với cả lớp vui quá, cười muốn xỉu luôn haha, thua liểng xiểng mà ai cũng cười.";
const staffStory =
  "Thầy chủ nhiệm tát bạn em giữa lớp và bắt bạn quỳ, tuần nào thầy cũng đánh học sinh như vậy.";
const quietStory = "Các bạn trêu bạn em vì cái áo cũ. Bạn em không vui.";
const withoutTime = "Mấy bạn lớp bên trêu em ở cổng trường vì cái áo cũ.";

inChromium("while a pupil writes", () => {
  let weightsFile: RegExp;
  let stage: Stage;
  let chromium: Chromium;
  let pupil: Visitor;

  beforeAll(async () => {
    weightsFile = new RegExp(`/${trainedFile()}$`);
    stage = await openHouse();
    chromium = await openChromium();
  });

  afterAll(async () => {
    await chromium?.close();
    await stage?.close();
  });

  beforeEach(async () => {
    pupil = await chromium.visit([stage.url]);
    await pupil.page.goto(`${stage.url}/?school=${pilotSchool}`);
  });

  afterEach(async () => {
    expect(pupil.troubles).toEqual([]);
    await pupil.leave();
  });

  test("what reading needs is fetched once writing starts, and not before", async () => {
    const { page } = pupil;
    await page.waitForRequest(/puzzle-number/); // the last of what is fetched ahead
    await answerUpToStory(page, { story: "" });
    await page.waitForLoadState("networkidle");
    expect(askedFor(pupil, weightsFile)).toBe(0);

    const asked = page.waitForRequest(weightsFile);
    await page.getByLabel(text.report.story.label).pressSequentially("Em");
    await asked;
    await page.getByLabel(text.report.story.label).pressSequentially(" chào cô");
    await page.waitForLoadState("networkidle");

    expect(askedFor(pupil, weightsFile)).toBe(1);
  });

  test.each(["light", "dark"] as const)(
    "a goodbye brings kind words and the numbers, and clearing it takes them away, %s",
    async (colorScheme) => {
      const { page } = pupil;
      await page.emulateMedia({ colorScheme });
      await openStory(page);
      const field = page.getByLabel(text.report.story.label);
      const before = await field.boundingBox();

      await field.fill(goodbye);
      await page.getByText(text.help.call.life.title).waitFor();

      expect(await callsIn(page, text.help.call.life.title)).toEqual(["111", "115", "113"]);
      expect(await page.getByText(anyDetail).count()).toBe(0);
      expect(await field.boundingBox()).toEqual(before);
      expect(await barriers(page)).toEqual([]);
      await keepPicture(page, `reading-goodbye-${colorScheme}`);

      await field.fill("");
      await page.getByText(text.help.call.life.title).waitFor({ state: "detached" });
    },
  );

  test("a joke brings nothing", async () => {
    const { page } = pupil;
    await openStory(page);

    await page.getByLabel(text.report.story.label).fill(joke);
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(3_500); // longer than the longest pause that anything waits for

    for (const { title } of Object.values(text.help.call)) {
      expect(await page.getByText(title).count()).toBe(0);
    }
    for (const words of Object.values(text.help.talk)) {
      expect(await page.getByText(words).count()).toBe(0);
    }
  });

  test("a report that lacks a detail gets one offer to add it, gone once it is told", async () => {
    const { page } = pupil;
    await openStory(page);
    const field = page.getByLabel(text.report.story.label);

    await field.fill(withoutTime);
    await page.getByText(text.report.story.details.when).waitFor();
    expect(await page.getByText(anyDetail).count()).toBe(1);
    expect(await barriers(page)).toEqual([]);
    await keepPicture(page, "reading-detail");

    await field.fill(`Hôm qua ${withoutTime}`);
    await page.getByText(text.report.story.details.when).waitFor({ state: "detached" });
    expect(await page.getByText(anyDetail).count()).toBe(0);
  });

  test("whoever the words accuse does not read, after one question", async () => {
    const { page } = pupil;
    await openStory(page);
    const words = text.report.story.office;

    await tellStory(page, { story: staffStory });
    await page.getByText(words.question.staff).waitFor();
    expect(await barriers(page)).toEqual([]);
    await keepPicture(page, "reading-office");
    await press(page, words.yes);
    await page.getByText(words.kept("school")).waitFor();
    await keepPicture(page, "reading-office-kept");
    await goOn(page);
    await page.getByText("Công an xã Nam Ban Lâm Hà").waitFor();

    expect(await page.getByText("Tổ tiếp nhận Trường TH&THCS Cill Cus").count()).toBe(0);
    await sendAndKeepCode(page);
    await arrived(page);
    const report = await newest(stage);
    expect(report.facts).toMatchObject({ categories: ["bullying"], accused: "staff" });
    expect(report.desks).not.toContain("school");
  });

  test.each(["no", "unsure"] as const)(
    '"%s" leaves the readers as they are, and is not asked again',
    async (answer) => {
      const { page } = pupil;
      await openStory(page);
      const words = text.report.story.office;

      await tellStory(page, { story: staffStory });
      await page.getByText(words.question.staff).waitFor();
      await press(page, words[answer]);
      await tellStory(page, { story: `${staffStory} Bạn em khóc.` });
      await page.waitForTimeout(3_000);

      expect(await page.getByText(words.question.staff).count()).toBe(0);
      await goOn(page);
      await page.getByText("Tổ tiếp nhận Trường TH&THCS Cill Cus").waitFor();
    },
  );

  test("a yes counts even where the form did not ask who, and says what it ticks", async () => {
    const { page } = pupil;
    await openStoryAbout(page, "counselling_request");
    const words = text.report.story.office;

    await tellStory(page, { story: staffStory });
    await page.getByText(words.question.staff).waitFor();
    await press(page, words.yes);
    await page.getByText(words.ticked("staff_misconduct", null)).waitFor();
    await keepPicture(page, "reading-office-ticked");
    await goOn(page);
    await page.getByRole("heading", { name: text.report.when.question }).waitFor();
    await page.getByRole("radio", { name: text.report.when.options.keeps.label }).check();
    await goOn(page);
    await page.getByRole("heading", { name: text.report.story.question }).waitFor();
    await goOn(page);
    await page.getByText("Công an xã Nam Ban Lâm Hà").waitFor();

    expect(await page.getByText("Tổ tiếp nhận Trường TH&THCS Cill Cus").count()).toBe(0);
  });

  test("a report arrives with the level of its words, its reasons, and not one word", async () => {
    const { page } = pupil;
    await openStory(page);

    await tellStory(page, { story: goodbye });
    await goOn(page);
    await page.getByText("Công an xã Nam Ban Lâm Hà").waitFor();
    await sendAndKeepCode(page);
    await arrived(page);

    const report = await newest(stage);
    expect(report.level).toBe("emergency");
    expect(report.signals.length).toBeGreaterThan(0);
    expect(report.reasons).toEqual(expect.arrayContaining([expect.stringMatching(/^words-/)]));
    expect(report.desks).toEqual(expect.arrayContaining(["school", "police", "commune"]));
    const sent = pupil.requests.filter(({ url }) => url.endsWith("/api/reporter/reports"));
    expect(sent).toHaveLength(1); // the phone and the server agree on who reads
    expect(pupil.requests.some(({ url, body }) => (url + body).includes("gấu bông"))).toBe(false);
  });

  test("a goodbye in a reply raises a waiting report, and the same help stands beside it", async () => {
    const { page } = pupil;
    await sendThereAndBack(page, quietStory);
    expect((await newest(stage)).level).toBe("normal");

    await page.getByLabel(text.thread.replyLabel).fill(goodbye);
    await page.getByText(text.help.call.life.title).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByText(text.help.call.life.title).scrollIntoViewIfNeeded();
    await keepPicture(page, "reading-reply");
    await press(page, text.thread.send);
    await page.getByText(text.thread.sent, { exact: true }).waitFor();

    const report = await newest(stage);
    expect(report.level).toBe("emergency");
    expect(report.desks).toContain("police");
    expect(await page.getByText(text.help.call.life.title).count()).toBe(0);
  });

  test("what is written while a reply is being sent stays to be sent next", async () => {
    const { page, context } = pupil;
    const held = await holdBack(context, /\/api\/reporter\/threads\/messages$/);
    await sendThereAndBack(page, quietStory);
    const field = page.getByLabel(text.thread.replyLabel);

    await field.fill("Dạ con cảm ơn cô.");
    await press(page, text.thread.send);
    await held.asked;
    await field.fill("Dạ con cảm ơn cô. Chiều nay các bạn lại trêu");
    held.release();
    await page.getByText(text.thread.sent, { exact: true }).waitFor();

    expect(await field.inputValue()).toBe("Dạ con cảm ơn cô. Chiều nay các bạn lại trêu");
    await press(page, text.thread.send);
    await expect.poll(() => field.inputValue(), { timeout: 15_000 }).toBe("");
    await page.getByText("Chiều nay các bạn lại trêu").waitFor(); // among what has been said
  });

  test("weights that come while the readers are shown bring the readers whom the story needs", async () => {
    const { page, context } = pupil;
    const held = await holdBack(context, weightsFile);
    await openStory(page);
    await tellStory(page, { story: goodbye });
    await goOn(page);
    await page.getByText("Tổ tiếp nhận Trường TH&THCS Cill Cus").waitFor();
    expect(await page.getByText("Công an xã Nam Ban Lâm Hà").count()).toBe(0);

    held.release();
    await page.getByText("Công an xã Nam Ban Lâm Hà").waitFor();
    expect(await page.getByText(text.report.readers.loading).count()).toBe(0);
    await sendAndKeepCode(page);
    await arrived(page);

    expect((await newest(stage)).level).toBe("emergency");
  });

  test("a report of which the words alone say nothing waits a moment for late weights", async () => {
    const { page, context } = pupil;
    const held = await holdBack(context, weightsFile);
    await openStory(page);
    await tellStory(page, { story: goodbye });
    await goOn(page);
    await page.getByText("Tổ tiếp nhận Trường TH&THCS Cill Cus").waitFor();

    await press(page, text.report.readers.send);
    await page.getByText(text.report.readers.sealing).waitFor();
    held.release();
    await codeOnPage(page);
    await arrived(page);

    const report = await newest(stage);
    expect(report.level).toBe("emergency");
    expect(report.desks).toContain("police");
  });

  test("but no longer: weights that do not come hold no report up", async () => {
    const { page, context } = pupil;
    const held = await holdBack(context, weightsFile);
    await openStory(page);
    await tellStory(page, { story: quietStory });
    await goOn(page);
    await page.getByText("Tổ tiếp nhận Trường TH&THCS Cill Cus").waitFor();

    await sendAndKeepCode(page);
    await arrived(page);
    held.release();

    expect((await newest(stage)).level).toBe("normal");
  });

  test("without the trained weights the word rules still help, and sending still works", async () => {
    const { page, context } = pupil;
    await context.route(weightsFile, (route) => route.abort());
    await openStory(page);

    await tellStory(page, { story: wishToDie });
    await page.getByText(text.help.call.life.title).waitFor();
    await goOn(page);
    await page.getByText("Công an xã Nam Ban Lâm Hà").waitFor();
    await sendAndKeepCode(page);
    await arrived(page);

    const report = await newest(stage);
    expect(report.level).toBe("emergency");
    expect(report.signals).toContain("wish_to_die");
    expect(askedFor(pupil, weightsFile)).toBeGreaterThan(0);
  });

  test("weights that did not come at first are fetched again, without a word about it", async () => {
    const { page, context } = pupil;
    await context.route(weightsFile, (route) => route.abort());
    await openStory(page);
    const field = page.getByLabel(text.report.story.label);
    await field.pressSequentially("Em chào cô");
    expect(askedFor(pupil, weightsFile)).toBe(1);

    await context.unroute(weightsFile);
    await page.waitForTimeout(5_500); // the rest between two tries
    const came = page.waitForResponse(weightsFile);
    await field.pressSequentially(" ạ");

    expect((await came).ok()).toBe(true);
  });
});

const anyDetail = /^Nếu được, em kể thêm/;

/** Holds a file or a request back until it is released, as a slow line does. */
async function holdBack(context: Visitor["context"], url: RegExp) {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await context.route(url, async (route) => {
    await released;
    await route.continue();
  });
  return { asked: context.waitForEvent("request", (request) => url.test(request.url())), release };
}

function askedFor({ requests }: Visitor, file: RegExp): number {
  return requests.filter(({ url }) => file.test(url)).length;
}

/** The trained weights as they were built: by far the largest file of their name. */
function trainedFile(): string {
  const folder = fileURLToPath(new URL("../../mini-app/www/assets/", import.meta.url));
  const large = readdirSync(folder).filter(
    (name) => /^weights-.*\.js$/.test(name) && statSync(folder + name).size > 100_000,
  );
  if (large.length !== 1) throw new Error(`one file of trained weights, not ${large.length}`);
  return large[0] ?? "";
}

/** A quarrel between pupils, by the ticks alone. */
function openStory(page: Page): Promise<void> {
  return answerUpToStory(page, { story: "" });
}

/** A matter for which the form asks neither who nor when. */
async function openStoryAbout(page: Page, category: Category): Promise<void> {
  const words = text.report;
  await page.getByRole("link", { name: text.homePage.report }).click();
  await page.getByRole("radio", { name: words.danger.options.no.label, exact: true }).check();
  await goOn(page);
  await page.getByRole("checkbox", { name: words.what.options[category].label }).check();
  await goOn(page);
  await page.getByRole("heading", { name: words.story.question }).waitFor();
}

async function callsIn(page: Page, title: string): Promise<readonly string[]> {
  const links = page.getByRole("status").filter({ hasText: title }).locator('a[href^="tel:"]');
  const numbers = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  return numbers.map((number) => (number ?? "").replace("tel:", ""));
}

/** The report that came last, as the server keeps it, with the kinds of desk that hold its key. */
async function newest({ database }: Stage) {
  const { rows } = await database.query(
    `select r.id, r.level, r.facts, r.signals, r.reasons from reports r
      join audit_entries a on a.report_id = r.id and a.kind = 'report-received'
     order by a.id desc limit 1`,
  );
  const [report] = rows;
  const held = await database.query(
    "select d.kind from envelopes e join desks d on d.id = e.desk_id where e.report_id = $1",
    [report.id],
  );
  return { ...report, desks: held.rows.map(({ kind }) => kind) };
}
