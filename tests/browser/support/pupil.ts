import { text } from "@truong-an/mini-app/text/vi";
import { parseReceipt, type ReceiptDigits } from "@truong-an/shared/receipt";
import type { Accused, Category, DangerNow, When } from "@truong-an/shared/report";
import type { Page } from "playwright-core";

/** What a pupil does with the Mini App, as taps and typing. */

export type Telling = {
  readonly danger?: DangerNow;
  readonly categories?: readonly Category[];
  readonly accused?: Accused;
  readonly when?: When;
  readonly story: string;
  readonly photos?: readonly Buffer[];
};

/** From the first page, or a poster's link, to the screen that says who will read. */
export async function tellUpToReaders(page: Page, telling: Telling): Promise<void> {
  await answerUpToStory(page, telling);
  await tellStory(page, telling);
  await goOn(page);
  await page.getByRole("heading", { name: text.report.readers.question }).waitFor();
}

export async function answerUpToStory(page: Page, telling: Telling): Promise<void> {
  const { danger = "no", categories = ["bullying"], accused = "peer", when = "days" } = telling;
  const words = text.report;
  await page.getByRole("link", { name: text.homePage.report }).click();
  await choose(page, words.danger.question, words.danger.options[danger].label);
  const isNow = danger === "me" || danger === "someone";
  await press(page, isNow ? words.danger.anyway : text.goOn);
  for (const category of categories) {
    await page
      .getByRole("checkbox", { name: beginningWith(words.what.options[category].label) })
      .check();
  }
  await goOn(page);
  await choose(page, words.who.question, words.who.options[accused].label);
  await goOn(page);
  if (!isNow) {
    await choose(page, words.when.question, words.when.options[when].label);
    await goOn(page);
  }
  await page.getByRole("heading", { name: words.story.question }).waitFor();
}

export async function tellStory(page: Page, { story, photos = [] }: Telling): Promise<void> {
  await page.getByLabel(text.report.story.label).fill(story);
  await addPhotos(page, photos);
}

export async function addPhotos(page: Page, photos: readonly Buffer[]): Promise<void> {
  const files = photos.map((buffer, index) => ({
    name: `IMG_${index}.jpg`,
    mimeType: "image/jpeg",
    buffer,
  }));
  await page.locator('input[type="file"]').setInputFiles(files);
  for (const [index] of photos.entries()) {
    await page.getByRole("img", { name: text.report.photos.preview(index + 1) }).waitFor();
  }
}

/** Sends, waits for the receipt, and answers the code as the page shows it. */
export async function sendAndKeepCode(page: Page): Promise<ReceiptDigits> {
  await press(page, text.report.readers.send);
  return codeOnPage(page);
}

export async function codeOnPage(page: Page): Promise<ReceiptDigits> {
  await page.getByRole("heading", { name: text.receipt.keepThisCode }).waitFor();
  const shown = await page
    .getByText(/^\D*(\d{4}\s*){5}$/)
    .first()
    .textContent();
  const code = parseReceipt((shown ?? "").replace(/\D/g, ""));
  if (code.kind !== "receipt") throw new Error(`the page shows no code: ${code.kind}`);
  return code.digits;
}

export function arrived(page: Page): Promise<void> {
  return page.getByText(text.delivery.sent, { exact: true }).waitFor();
}

/** Leaves the page of the code, as someone who has kept it. */
export async function leaveCode(page: Page): Promise<void> {
  await press(page, text.receipt.done);
  await press(page, text.receipt.leave);
  await page.getByRole("link", { name: text.homePage.report }).waitFor();
}

/** From the first page to the opened thread. */
export async function comeBackWith(page: Page, code: string): Promise<void> {
  await page.getByRole("link", { name: text.homePage.thread }).click();
  await enterCode(page, code);
  await page.getByRole("heading", { name: text.thread.title }).waitFor();
}

/** Sends a report, leaves its code, and reads it again with the code. */
export async function sendThereAndBack(page: Page, story: string): Promise<void> {
  await tellUpToReaders(page, { story });
  const code = await sendAndKeepCode(page);
  await arrived(page);
  await leaveCode(page);
  await comeBackWith(page, code);
  await page.getByText(story).waitFor();
}

export async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel(text.thread.code).fill(code);
  await press(page, text.thread.open);
}

export async function goOn(page: Page): Promise<void> {
  await press(page, text.goOn);
}

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

async function choose(page: Page, question: string, option: string): Promise<void> {
  await page.getByRole("heading", { name: question }).waitFor();
  await page.getByRole("radio", { name: beginningWith(option) }).check();
}

/** An option is read out with its hint behind it. */
function beginningWith(label: string): RegExp {
  return new RegExp(`^${label}`);
}
