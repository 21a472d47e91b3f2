import { showNewest } from "./unread.ts";

const memory = "truong-an-phone-chats";

/** In Zalo one thing shows at a time: the list of conversations, or one of them. */
export function startChats(): void {
  showChosenChats();
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-open]");
    const phone = button?.closest<HTMLElement>("[data-person]");
    if (button === null || button === undefined || phone === null || phone === undefined) return;
    const left = shownIn(phone)?.dataset["view"];
    remember(phone, button.dataset["open"] ?? "oa");
    show(phone);
    focusAfter(phone, left);
    phone.dispatchEvent(new CustomEvent("phone-opened", { bubbles: true }));
  });
}

/** Every phone as it was left; also after its conversations have changed. */
export function showChosenChats(): void {
  for (const phone of document.querySelectorAll<HTMLElement>("[data-person]")) show(phone);
}

function show(phone: HTMLElement): void {
  const views = viewsOf(phone);
  const wanted = recall()[phone.dataset["person"] ?? ""] ?? "oa";
  const chosen = views.find((view) => view.dataset["view"] === wanted) ?? views[1];
  for (const view of views) view.hidden = view !== chosen;
  const list = chosen?.querySelector("[data-list]");
  if (list !== null && list !== undefined) showNewest(list);
}

/** Into a conversation: where one writes. Back in the list: the conversation one came from. */
function focusAfter(phone: HTMLElement, left: string | undefined): void {
  const view = shownIn(phone);
  const row = view?.querySelector<HTMLElement>(`.row[data-open="${left}"]`);
  (row ?? view?.querySelector<HTMLElement>("textarea, [data-open]"))?.focus();
}

function shownIn(phone: HTMLElement): HTMLElement | undefined {
  return viewsOf(phone).find((view) => !view.hidden);
}

function viewsOf(phone: HTMLElement): readonly HTMLElement[] {
  return [...phone.querySelectorAll<HTMLElement>("[data-view]")];
}

function recall(): Record<string, string> {
  return JSON.parse(sessionStorage.getItem(memory) ?? "{}");
}

function remember(phone: HTMLElement, key: string): void {
  const all = { ...recall(), [phone.dataset["person"] ?? ""]: key };
  sessionStorage.setItem(memory, JSON.stringify(all));
}
