import { myChannelsText, statusText } from "@truong-an/mini-app/staff/text/alerts-vi";
import { broadcastText } from "@truong-an/mini-app/staff/text/broadcast-vi";
import { bulletinsText } from "@truong-an/mini-app/staff/text/bulletins-vi";
import { dutyText } from "@truong-an/mini-app/staff/text/duty-vi";
import { groupsText } from "@truong-an/mini-app/staff/text/groups-vi";
import { text as staffText } from "@truong-an/mini-app/staff/text/vi";
import { text } from "@truong-an/mini-app/text/vi";
import { newReceipt } from "@truong-an/shared/sealing/random";
import type { Page } from "playwright-core";
import { families, schools } from "../../demo/directory.ts";
import {
  answer as answerAsColleague,
  joinDesk,
  oneTimeCode,
  take as takeAsColleague,
} from "../../support/colleague.ts";
import { dangerFacts, submit, upperSchool } from "../../support/reporter.ts";
import type { Stage } from "../../support/stage.ts";
import { chatText } from "../../zalo-sim/text/chat-vi.ts";
import { controlsText } from "../../zalo-sim/text/controls-vi.ts";
import { phoneText } from "../../zalo-sim/text/vi.ts";
import type { Visitor } from "./browser.ts";
import { answer, openFirst, openPhone, passphrase, take, writeNote } from "./desk.ts";
import { photoFromATelephone } from "./photo.ts";
import {
  addPhotos,
  arrived,
  codeOnPage,
  comeBackWith,
  enterCode,
  goOn,
  leaveCode,
  press,
} from "./pupil.ts";

/** Called at each screen, once it stands still. */
export type Look = (page: Page, screen: string) => Promise<void>;

const story =
  "Em tên là Lan, lớp 7A2. Sáng nay ở sau dãy nhà C, ba anh lớp 9 chặn đánh bạn em. Bạn em chảy máu mũi.";

const answerWords = "Chúng tôi đã đến trường. Bạn của em đang được chăm sóc.";

/** Every screen and state of the Mini App, in the order in which a pupil may meet them. */
export async function tourReporter({ page, context }: Visitor, stage: Stage, look: Look) {
  const photo = await photoFromATelephone(page);
  await page.goto(`${stage.url}/`);
  await page.getByRole("link", { name: text.homePage.report }).waitFor();
  await look(page, "home-new");
  await page.goto(`${stage.url}/#/nowhere`);
  await page.getByRole("heading", { name: text.notFound.title }).waitFor();
  await look(page, "not-found");
  await tourSchool(page, look);
  await tourQuestions(page, photo, look);
  const code = await tourReceipt(page, context, look);
  await tourThread(page, stage, code, photo, look);
  await page.goto(`${stage.url}/`);
  await page.getByRole("link", { name: text.homePage.report }).waitFor();
  await look(page, "home");
}

async function tourSchool(page: Page, look: Look): Promise<void> {
  await page.getByRole("button", { name: text.home }).click();
  await page.getByRole("link", { name: text.homePage.report }).click();
  const result = page.getByRole("button", { name: schools[0]?.name ?? "" });
  await result.waitFor();
  await look(page, "school-search");
  await page.getByLabel(text.schoolPage.search).fill("không có trường này");
  await page.getByText(text.schoolPage.none).waitFor();
  await look(page, "school-none");
  await page.getByLabel(text.schoolPage.search).fill("cill cus");
  await result.click();
  await page.getByRole("radio", { name: text.writer.pupil_lower }).check();
  await look(page, "school-chosen");
  await goOn(page);
}

async function tourQuestions(page: Page, photo: Buffer, look: Look): Promise<void> {
  const words = text.report;
  await page.getByRole("heading", { name: words.danger.question }).waitFor();
  await look(page, "report-danger");
  await page.getByRole("radio", { name: words.danger.options.someone.label }).check();
  await look(page, "report-danger-yes");
  await page.getByRole("radio", { name: words.danger.options.unsure.label }).check();
  await goOn(page);
  await page.getByRole("heading", { name: words.what.question }).waitFor();
  await press(page, words.what.more);
  for (const chosen of ["bullying", "physical_violence", "threat", "extortion"] as const) {
    await page.getByRole("checkbox", { name: words.what.options[chosen].label }).check();
  }
  await look(page, "report-what");
  await goOn(page);
  await page.getByRole("radio", { name: words.who.options.peer.label }).check();
  await look(page, "report-who");
  await goOn(page);
  await page.getByRole("radio", { name: words.when.options.today.label }).check();
  await look(page, "report-when");
  await goOn(page);
  await page.getByRole("heading", { name: words.story.question }).waitFor();
  await goOn(page);
  await page.getByText(words.story.empty).waitFor();
  await look(page, "report-story-empty");
  await page.getByLabel(words.story.label).fill(story);
  await addPhotos(page, [photo]);
  await page.getByText(words.story.hints.title).waitFor();
  await look(page, "report-story");
  await goOn(page);
  await page.getByRole("button", { name: words.readers.send, exact: true }).waitFor();
  await look(page, "report-readers");
}

async function tourReceipt(page: Page, context: Visitor["context"], look: Look): Promise<string> {
  await context.route("**/api/reporter/**", (route) => route.abort());
  await press(page, text.report.readers.send);
  const code = await codeOnPage(page);
  await page.getByText(text.delivery.waiting).waitFor();
  await look(page, "receipt-waiting");
  await page.getByLabel(text.receipt.group(2)).fill("0000");
  await press(page, text.receipt.done);
  await page.getByRole("dialog").waitFor();
  await look(page, "receipt-leaving");
  await press(page, text.receipt.stay);
  await page.getByRole("button", { name: text.delivery.sendNow, exact: true }).waitFor();
  await context.unroute("**/api/reporter/**");
  await networkIsBack(page);
  await arrived(page);
  await look(page, "receipt");
  await leaveCode(page);
  return code;
}

/** As the phone says it. A press on the button might come too late: the outbox tries again by itself. */
async function networkIsBack(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
}

async function tourThread(page: Page, stage: Stage, code: string, photo: Buffer, look: Look) {
  await page.goto(`${stage.url}/#/receipt`);
  await page.getByText(text.receipt.gone).waitFor();
  await look(page, "receipt-gone");
  await page.goto(`${stage.url}/#/outbox`);
  await page.getByRole("heading", { name: text.outboxPage.title }).waitFor();
  await look(page, "outbox");
  await page.goto(`${stage.url}/#/thread`);
  await enterCode(page, "1234");
  await page.getByText(text.thread.tooShort).waitFor();
  await look(page, "thread-mistyped");
  await enterCode(page, newReceipt());
  await page.getByText(text.thread.unknown).waitFor();
  await look(page, "thread-unknown");
  await helpAsPolice(stage);
  await page.goto(`${stage.url}/`);
  await comeBackWith(page, code);
  await page.getByText(answerWords).scrollIntoViewIfNeeded();
  await look(page, "thread-answered");
  await page.getByLabel(text.thread.replyLabel).fill("Bạn em đỡ rồi ạ.");
  await addPhotos(page, [photo]);
  await page.getByLabel(text.thread.dangerNow).check();
  await look(page, "thread-replying");
  await page.getByLabel(text.thread.dangerNow).uncheck();
  await press(page, text.thread.send);
  await page.getByText(text.thread.sent, { exact: true }).waitFor();
  await look(page, "thread");
}

async function helpAsPolice(stage: Stage): Promise<void> {
  const police = await joinDesk(stage, "police-nam-ban");
  const [report] = await police.queue();
  const id = report?.id ?? "";
  await takeAsColleague(police, id);
  await answerAsColleague(police, id, answerWords);
}

/** The simulator's page: a family's phone with its chats, a desk's with its apps, and the drawer. */
export async function tourPhones({ page }: Visitor, stage: Stage, look: Look): Promise<void> {
  const family = page.locator(`#phone-${families[0]?.id}`);
  await page.goto(stage.sim.url);
  await family.getByText(chatText.hint.title).waitFor();
  await look(page, "phones-chat");
  await family.locator(".chat:not([hidden])").getByRole("button", { name: chatText.back }).click();
  await family.getByRole("heading", { name: chatText.conversations }).waitFor();
  await look(page, "phones-conversations");
  const desk = await openPhone(page, stage.sim.url, "doi-thong", "sms");
  await desk.getByRole("link", { name: phoneText.sms.open }).waitFor();
  await look(page, "phones-invitation");
  await openPhone(page, stage.sim.url, "doi-thong", "authenticator");
  await look(page, "phones-authenticator");
  await page.getByRole("button", { name: phoneText.controls }).click();
  await page.getByRole("heading", { name: controlsText.scenarios.title }).waitFor();
  await look(page, "phones-controls");
}

/** Every screen and state of the console, as the school's desk meets them on its first day. */
export async function tourConsole(visitor: Visitor, stage: Stage, look: Look): Promise<void> {
  const { page } = visitor;
  await page.goto(`${stage.url}/console`);
  await page.getByRole("heading", { name: staffText.door.title }).waitFor();
  await press(page, staffText.door.signIn);
  await page.getByText(staffText.door.emailNeeded).waitFor();
  await look(page, "console-sign-in");
  await page.goto(`${stage.url}/console#/invitation`);
  await page.getByText(staffText.invitation.broken).waitFor();
  await look(page, "console-invitation-broken");
  const inside = await tourInvitation(visitor, stage, look);
  await inside.getByText(staffText.queue.empty.all).waitFor();
  await look(inside, "console-queue-empty");
  await submit(stage.url, { schoolId: upperSchool });
  await submit(stage.url, { schoolId: upperSchool, facts: dangerFacts, story });
  await inside.getByRole("link").filter({ hasText: "Khẩn cấp" }).waitFor({ timeout: 30_000 });
  await look(inside, "console-queue");
  await tourPages(inside, stage, look);
  await inside.goto(`${stage.url}/console#/queue/all`);
  await tourReport(inside, look);
}

/** The other pages of the console, and its two long forms with everything missing. */
async function tourPages(page: Page, stage: Stage, look: Look): Promise<void> {
  const open = async (hash: string, heading: string) => {
    await page.goto(`${stage.url}/console${hash}`);
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  };
  await open("#/duty", dutyText.title);
  await page.getByRole("heading", { name: dutyText.days.title }).waitFor();
  await look(page, "console-duty");
  await open("#/bulletins/published", bulletinsText.title);
  await page.getByText(bulletinsText.noneAt.published).waitFor();
  await look(page, "console-bulletins");
  await open("#/bulletin/new", bulletinsText.form.newTitle);
  await page.getByRole("radio").first().waitFor();
  await press(page, bulletinsText.form.save);
  await page.getByText(bulletinsText.form.missing.place).waitFor();
  await look(page, "console-bulletin-problems");
  await open("#/groups", groupsText.title);
  await page.getByText(groupsText.empty).waitFor();
  await look(page, "console-groups");
  await open("#/groups/new", groupsText.title);
  await press(page, groupsText.form.submit);
  await page.getByText(groupsText.form.needs.name).waitFor();
  await look(page, "console-group-problems");
  await open("#/groups/send", broadcastText.title);
  await page.getByText(broadcastText.empty).waitFor();
  await look(page, "console-groups-send");
  await open("#/my-channels", myChannelsText.title);
  await page.getByText(myChannelsText.intro).waitFor();
  await look(page, "console-my-channels");
  await open("#/status", statusText.title);
  await page.getByRole("heading", { name: statusText.clocks.title }).waitFor();
  await look(page, "console-status");
}

async function tourInvitation({ page, context }: Visitor, stage: Stage, look: Look) {
  const phone = await openPhone(page, stage.sim.url, "doi-thong", "sms");
  const opening = context.waitForEvent("page");
  await phone.getByRole("link", { name: phoneText.sms.open }).click();
  const inside = await opening;
  await inside.getByLabel(staffText.invitation.first, { exact: true }).fill("ngắn");
  await press(inside, staffText.invitation.accept);
  await inside.getByText(staffText.passphrase.different).waitFor();
  await look(inside, "console-invitation");
  await inside.getByLabel(staffText.invitation.first, { exact: true }).fill(passphrase);
  await inside.getByLabel(staffText.invitation.second, { exact: true }).fill(passphrase);
  await press(inside, staffText.invitation.accept);
  await inside.getByRole("heading", { name: staffText.invitation.codeTitle }).waitFor();
  await look(inside, "console-first-code");
  const key = await inside
    .getByText(/^([A-Z2-7]{4}\s?){4,}$/)
    .first()
    .textContent();
  const code = oneTimeCode((key ?? "").replace(/\s/g, ""));
  await inside.getByLabel(staffText.invitation.firstCode).fill(code);
  await press(inside, staffText.invitation.confirm);
  return inside;
}

async function tourReport(page: Page, look: Look): Promise<void> {
  await openFirst(page, schools[1]?.name ?? "", story);
  await look(page, "console-report");
  await take(page);
  await answer(page, answerWords);
  await writeNote(page, "Đã gọi cho cô chủ nhiệm lúc 8 giờ.");
  await page.getByText(staffText.thread.phrases).click();
  await look(page, "console-report-taken");
  await press(page, staffText.correct.action);
  await page.getByRole("dialog").getByRole("radio").first().check();
  await look(page, "console-correct");
  await page.getByRole("dialog").getByRole("button", { name: staffText.correct.cancel }).click();
  await press(page, staffText.handOver.action);
  await page.getByRole("dialog").waitFor();
  await look(page, "console-hand-over");
  await page.getByRole("dialog").getByRole("button", { name: staffText.handOver.cancel }).click();
  await press(page, staffText.close.action);
  await page.getByRole("dialog").getByRole("radio").first().check();
  await look(page, "console-close");
  await page.getByRole("dialog").getByRole("button", { name: staffText.close.next }).click();
  await look(page, "console-close-sure");
  await page.getByRole("dialog").getByRole("button", { name: staffText.close.confirm }).click();
  await page.getByText(staffText.close.done).waitFor();
  await look(page, "console-report-closed");
  await page.goto(page.url().replace(/#.*/, "#/queue/closed"));
  await page.getByRole("listitem").first().waitFor();
  await look(page, "console-queue-closed");
  await press(page, staffText.frame.signOut);
  await page.getByText(staffText.door.left).waitFor();
  await look(page, "console-left");
}
