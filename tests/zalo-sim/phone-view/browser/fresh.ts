import { showChosenChats } from "./chats.ts";
import { refreshUnread } from "./unread.ts";

/** What the server last sent for each part of the page that may change under our hands. */
const sent = new Map<string, string>();

export function startFresh(): void {
  for (const part of partsOf(document)) sent.set(keyOf(part), part.outerHTML);
}

/**
 * Fetches the page again and puts in place only what differs: half-written words and the open
 * conversations stay. With other people, or in another run, the whole page loads again.
 */
export async function refreshPage(): Promise<void> {
  const response = await fetch("./");
  if (!response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  const isSamePage = fresh.body.dataset["run"] === document.body.dataset["run"];
  if (!isSamePage || peopleIn(fresh) !== peopleIn(document)) return location.reload();

  addNewChats(fresh);
  for (const part of partsOf(fresh)) putInPlace(part);
  showChosenChats();
  refreshUnread();
}

function addNewChats(fresh: Document): void {
  for (const view of fresh.querySelectorAll<HTMLElement>("[data-chat-of]")) {
    const { view: key, chatOf } = view.dataset;
    const panel = document.getElementById(`panel-zalo-${chatOf}`);
    if (panel === null || panel.querySelector(`[data-view="${key}"]`) !== null) continue;
    for (const part of partsOf(view)) sent.set(keyOf(part), part.outerHTML);
    panel.append(document.importNode(view, true));
  }
}

function putInPlace(part: HTMLElement): void {
  const key = keyOf(part);
  const html = part.outerHTML;
  if (sent.get(key) === html) return;
  sent.set(key, html);
  const old = document.querySelector<HTMLElement>(`[data-fresh="${key}"]`);
  if (old === null) return;
  const hadFocus = old.contains(document.activeElement);
  const drafts = draftsIn(old);
  const put = document.importNode(part, true);
  old.replaceWith(put);
  for (const [id, words] of drafts) {
    const field = document.getElementById(id);
    if (field instanceof HTMLTextAreaElement) field.value = words;
  }
  if (hadFocus) put.querySelector<HTMLElement>("textarea, summary, button")?.focus();
}

function draftsIn(part: HTMLElement): readonly (readonly [string, string])[] {
  const fields = [...part.querySelectorAll<HTMLTextAreaElement>("[data-draft]")];
  return fields.map(({ id, value }) => [id, value] as const);
}

function peopleIn(page: Document): string {
  const phones = [...page.querySelectorAll<HTMLElement>("[data-person]")];
  return phones.map((phone) => `${phone.dataset["person"]} ${phone.dataset["name"]}`).join("\n");
}

function partsOf(within: Document | HTMLElement): readonly HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>("[data-fresh]")];
}

function keyOf(part: HTMLElement): string {
  return part.dataset["fresh"] ?? "";
}
