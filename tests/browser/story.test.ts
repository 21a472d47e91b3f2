import { text as console } from "@truong-an/mini-app/staff/text/vi";
import { text } from "@truong-an/mini-app/text/vi";
import { outcomeLabels } from "@truong-an/shared/text/vi";
import exifr from "exifr";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schools } from "../demo/directory.ts";
import { pilotSchool } from "../support/reporter.ts";
import { eventually, type Stage } from "../support/stage.ts";
import { type Chromium, inChromium, openChromium, type Visitor } from "./support/browser.ts";
import {
  answer,
  close,
  handOver,
  joinFromPhone,
  openFirst,
  openPhone,
  take,
  writeNote,
} from "./support/desk.ts";
import { openHouse } from "./support/house.ts";
import { photoFromATelephone } from "./support/photo.ts";
import {
  addPhotos,
  arrived,
  comeBackWith,
  leaveCode,
  press,
  sendAndKeepCode,
  tellUpToReaders,
} from "./support/pupil.ts";
import { photoAsReadAt } from "./support/sealed-photo.ts";

const schoolName = schools[0]?.name ?? "";
const story = "Sáng nay ở sau dãy nhà C, ba anh lớp 9 chặn đánh bạn em. Bạn em chảy máu mũi.";
const quietStory = "Các bạn trêu bạn em vì cái áo cũ. Bạn em không vui.";
const answerWords = "Chúng tôi đã đến trường. Bạn của em đang được chăm sóc.";
const noteWords = "Đã gọi cho cô chủ nhiệm lúc 8 giờ.";
const replyWords = "Bạn em đỡ rồi ạ. Em gửi thêm ảnh chỗ đó.";

inChromium("the whole story in a browser", () => {
  let stage: Stage;
  let chromium: Chromium;
  let pupil: Visitor;
  let police: Visitor;
  let school: Visitor;

  beforeAll(async () => {
    stage = await openHouse();
    chromium = await openChromium();
    const origins = [stage.url, stage.sim.url];
    pupil = await chromium.visit([stage.url]);
    police = await chromium.visit(origins, { screen: "desk" });
    school = await chromium.visit(origins, { screen: "desk" });
  });

  afterAll(async () => {
    await chromium?.close();
    await stage?.close();
  });

  test("a pupil tells, two desks hear and help, and the pupil reads the answer", async () => {
    const photo = await photoFromATelephone(pupil.page);
    const code = await tellUrgently(photo);

    const policePage = await policeAnswers();
    await schoolSeesTheSame();
    await theDeskSeesOnlyThePicture(photo);
    await close(policePage, outcomeLabels.safe_now);

    await pupilReadsAndReplies(code, photo);
    await policePage.getByText(replyWords).waitFor({ timeout: 30_000 });
    await aQuietReportIsHandedOver(policePage);

    expect(pupil.troubles).toEqual([]);
    expect(police.troubles).toEqual([]);
    expect(school.troubles).toEqual([]);
  });

  async function tellUrgently(photo: Buffer): Promise<string> {
    const { page } = pupil;
    await page.goto(`${stage.url}/?school=${pilotSchool}`);
    await page.getByRole("link", { name: text.homePage.school(schoolName) }).waitFor();
    await tellUpToReaders(page, {
      danger: "someone",
      categories: ["physical_violence"],
      story,
      photos: [photo],
    });
    await page.getByText("Công an xã Nam Ban Lâm Hà").waitFor();
    await page.getByText("Tổ tiếp nhận Trường TH&THCS Cill Cus").waitFor();
    const code = await sendAndKeepCode(page);
    await arrived(page);
    await leaveCode(page);
    return code;
  }

  async function policeAnswers(): Promise<Page> {
    const phone = await openPhone(police.page, stage.sim.url, "police-nam-ban", "zalo");
    await phone.locator(".bubble, .words").getByText("Có việc cần xem").first().waitFor();
    const { page } = await joinFromPhone(police, stage.sim.url, "police-nam-ban");
    const first = page.getByRole("listitem").first();
    await first.getByText("Khẩn cấp").waitFor();
    await first.getByText("có người đang gặp nguy hiểm ngay lúc gửi").waitFor();
    await first.getByText(/còn \d+ phút/).waitFor();
    await openFirst(page, schoolName, story);
    await take(page);
    await answer(page, answerWords);
    await writeNote(page, noteWords);
    await press(page, console.photos.open(1));
    await page.getByRole("img", { name: console.photos.label(1) }).waitFor();
    return page;
  }

  async function schoolSeesTheSame(): Promise<void> {
    const { page } = await joinFromPhone(school, stage.sim.url, "cill-cus");
    await openFirst(page, schoolName, story);
    await page.getByText(answerWords).waitFor();
    await page.getByText(noteWords).waitFor();
    await page.getByText("Đại úy Hoàng Văn Bình").first().waitFor();
    await page.getByRole("link", { name: console.report.back }).click();
    await page.getByRole("heading", { name: console.queue.title }).waitFor();
    schoolPage = page;
  }

  let schoolPage: Page;

  async function theDeskSeesOnlyThePicture(photo: Buffer): Promise<void> {
    expect(await exifr.gps(photo)).toMatchObject({ latitude: expect.closeTo(11.83, 2) });

    const seen = Buffer.from(await photoAsReadAt(stage, "police-nam-ban"));

    expect(await exifr.parse(seen, true)).toEqual({
      JFIFVersion: expect.anything(), // the four numbers of the JPEG's own head
      ResolutionUnit: expect.anything(),
      XResolution: expect.anything(),
      YResolution: expect.anything(),
      ThumbnailWidth: 0,
      ThumbnailHeight: 0,
    });
    expect(Math.max(...sizeOf(seen))).toBe(1600);
  }

  async function pupilReadsAndReplies(code: string, photo: Buffer): Promise<void> {
    const { page } = pupil;
    await comeBackWith(page, code);
    await page.getByText(text.thread.statuses.closed.label).waitFor();
    await page.getByText(story).waitFor();
    await page.getByText(answerWords).waitFor();
    await page.getByLabel(text.thread.replyLabel).fill(replyWords);
    await addPhotos(page, [photo]);
    await press(page, text.thread.send);
    await page.getByText(text.thread.sent, { exact: true }).waitFor();
    await page.getByText(text.thread.statuses.waiting.label).waitFor();
    await page.getByRole("listitem").getByText(replyWords).waitFor();
  }

  /** The police hold no envelope of a quarrel: the school's browser seals the report key for them. */
  async function aQuietReportIsHandedOver(policePage: Page): Promise<void> {
    await press(pupil.page, text.thread.forget);
    await pupil.page.goto(`${stage.url}/`);
    await tellUpToReaders(pupil.page, { story: quietStory });
    await sendAndKeepCode(pupil.page);
    await arrived(pupil.page);
    expect(await desksWithEnvelope()).not.toContain("Công an xã Nam Ban Lâm Hà");

    await schoolPage.getByRole("link").filter({ hasText: "Thường" }).waitFor({ timeout: 30_000 });
    await schoolPage.getByRole("link").filter({ hasText: "Thường" }).click();
    await schoolPage.getByText(quietStory).waitFor();
    await take(schoolPage);
    await handOver(schoolPage, "Công an xã Nam Ban Lâm Hà");
    expect(await desksWithEnvelope()).toContain("Công an xã Nam Ban Lâm Hà");

    await policePage.getByRole("link", { name: console.report.back }).click();
    const handed = policePage.getByRole("link").filter({ hasText: "Thường" });
    await handed.waitFor({ timeout: 30_000 });
    await handed.click();
    await policePage.getByText(quietStory).waitFor();
    await take(policePage);
    await close(policePage, outcomeLabels.school_measures);
    await eventually("the quiet report closed", async () => {
      const { rows } = await stage.database.query(
        "select 1 from reports where status = 'closed' and outcome = 'school_measures'",
      );
      return rows[0];
    });
  }

  async function desksWithEnvelope(): Promise<readonly string[]> {
    const { rows } = await stage.database.query(
      `select d.name from envelopes e join desks d on d.id = e.desk_id
        where e.report_id = (select id from reports where level = 'normal')`,
    );
    return rows.map(({ name }) => name);
  }
});

/** Width and height as the JPEG's frame header says them (ITU-T T.81, B.2.2). */
function sizeOf(jpeg: Buffer): readonly [number, number] {
  let at = 2;
  while (at < jpeg.length) {
    const marker = jpeg.readUInt16BE(at);
    const isFrame = marker >= 0xffc0 && marker <= 0xffc2;
    if (isFrame) return [jpeg.readUInt16BE(at + 7), jpeg.readUInt16BE(at + 5)];
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  throw new Error("not a JPEG");
}
