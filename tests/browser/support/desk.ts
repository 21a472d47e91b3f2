import { text } from "@truong-an/mini-app/staff/text/vi";
import type { Page } from "playwright-core";
import { oneTimeCode } from "../../support/colleague.ts";
import { phoneText } from "../../zalo-sim/text/vi.ts";
import type { Visitor } from "./browser.ts";
import { personAt } from "./house.ts";
import { press } from "./pupil.ts";

/** What a member of staff does, as clicks and typing: at the simulator's phone and at the console. */

export const passphrase = "con đường làng quê tôi";

/** An app on one person's phone in the simulator's page, open; of Zalo the chat with the account. */
export async function openPhone(page: Page, simUrl: string, desk: string, app: PhoneApp) {
  const { zaloId } = personAt(desk);
  await page.goto(simUrl);
  const phone = page.locator(`#phone-${zaloId}`);
  const chooser = page.locator(`[data-choose="${zaloId}"]`);
  if ((await chooser.getAttribute("aria-pressed")) === "false") await chooser.click();
  await phone.getByRole("tab", { name: phoneText.apps[app] }).click();
  const panel = phone.locator(`[data-panel="${app}"]`);
  return app === "zalo" ? panel.locator('[data-view="oa"]') : panel;
}

type PhoneApp = keyof typeof phoneText.apps;

/** Opens the invitation on the own phone, joins with a passphrase and a second factor. */
export async function joinFromPhone(visitor: Visitor, simUrl: string, desk: string) {
  const phone = await openPhone(visitor.page, simUrl, desk, "sms");
  const opening = visitor.context.waitForEvent("page");
  await phone.getByRole("link", { name: phoneText.sms.open }).click();
  const page = await opening;
  await page.getByLabel(text.invitation.first, { exact: true }).fill(passphrase);
  await page.getByLabel(text.invitation.second, { exact: true }).fill(passphrase);
  await press(page, text.invitation.accept);
  await page.getByRole("heading", { name: text.invitation.codeTitle }).waitFor();
  const totpSecret = await secretOnPage(page);
  await page.getByLabel(text.invitation.firstCode).fill(oneTimeCode(totpSecret));
  await press(page, text.invitation.confirm);
  await page.getByRole("heading", { name: text.queue.title }).waitFor();
  return { page, totpSecret };
}

/** The key for the authenticator, as a person would copy it from the page. */
async function secretOnPage(page: Page): Promise<string> {
  const shown = page.getByText(/^([A-Z2-7]{4}\s?){4,}$/).first();
  return ((await shown.textContent()) ?? "").replace(/\s/g, "");
}

/** The first line of the queue, opened; answers once the story is readable. */
export async function openFirst(page: Page, school: string, story: string): Promise<void> {
  await page.getByRole("listitem").filter({ hasText: school }).first().getByRole("link").click();
  await page.getByText(story).waitFor();
}

export async function take(page: Page): Promise<void> {
  await press(page, text.take.action);
  await page.getByText(text.take.done).waitFor();
}

export async function answer(page: Page, words: string): Promise<void> {
  await page.getByLabel(text.thread.reply).fill(words);
  await press(page, text.thread.send);
  await page.getByText(text.thread.sent).waitFor();
}

export async function writeNote(page: Page, words: string): Promise<void> {
  await page.getByLabel(text.notes.label).fill(words);
  await press(page, text.notes.save);
  await page.getByText(text.notes.saved).waitFor();
}

export async function handOver(page: Page, desk: string): Promise<void> {
  await press(page, text.handOver.action);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: desk }).check();
  await dialog.getByRole("button", { name: text.handOver.confirm, exact: true }).click();
  await page.getByText(text.handOver.done).waitFor();
}

export async function close(page: Page, outcome: string): Promise<void> {
  await press(page, text.close.action);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: outcome }).check();
  await dialog.getByRole("button", { name: text.close.next, exact: true }).click();
  await dialog.getByRole("button", { name: text.close.confirm, exact: true }).click();
  await page.getByText(text.close.done).waitFor();
}
