import { phoneText } from "../../text/vi.ts";

const memory = "truong-an-phone-seen";

/** The number of the newest thing seen, for each list of each phone. */
type Seen = Record<string, number>;

/** Counts what nobody has looked at: an app is looked at when it is opened, or touched while open. */
export function startUnread(): void {
  for (const phone of document.querySelectorAll<HTMLElement>("[data-person]")) {
    for (const kind of ["pointerdown", "focusin", "phone-opened"]) {
      phone.addEventListener(kind, () => lookAt(phone));
    }
    for (const list of phone.querySelectorAll("[data-list]")) showNewest(list);
  }
  refreshUnread();
}

/** Draws every badge again, and the count in the page's title. */
export function refreshUnread(): void {
  const seen = recall();
  let all = 0;
  for (const phone of document.querySelectorAll<HTMLElement>("[data-person]")) {
    let onPhone = 0;
    for (const list of phone.querySelectorAll<HTMLElement>("[data-list]")) {
      const count = markUnread(list, seen[keyOf(phone, list)] ?? 0);
      drawBadge(phone.querySelector(`[data-app="${list.dataset["list"]}"] [data-badge]`), count);
      onPhone += count;
    }
    const name = document.querySelector(`[data-choose="${phone.dataset["person"]}"] [data-badge]`);
    drawBadge(name, onPhone);
    all += onPhone;
  }
  document.title = all === 0 ? phoneText.title : `(${all}) ${phoneText.title}`;
}

/** Brings the newest entry of a list into view. */
export function showNewest(list: Element): void {
  const panel = list.closest("[data-panel]");
  if (panel !== null) panel.scrollTop = panel.scrollHeight;
}

function lookAt(phone: HTMLElement): void {
  const panel = [...phone.querySelectorAll<HTMLElement>("[data-panel]")].find((one) => !one.hidden);
  const list = panel?.querySelector<HTMLElement>("[data-list]");
  if (list === undefined || list === null) return;
  const newest = Number((list.lastElementChild as HTMLElement | null)?.dataset["n"] ?? 0);
  const seen = recall();
  if ((seen[keyOf(phone, list)] ?? 0) >= newest) return;
  remember({ ...seen, [keyOf(phone, list)]: newest });
  refreshUnread();
}

function markUnread(list: HTMLElement, seenUpTo: number): number {
  let count = 0;
  for (const item of list.querySelectorAll<HTMLElement>("[data-n]")) {
    const isUnread = Number(item.dataset["n"]) > seenUpTo;
    item.classList.toggle("is-unread", isUnread);
    if (isUnread) count += 1;
  }
  return count;
}

function drawBadge(badge: Element | null, count: number): void {
  if (!(badge instanceof HTMLElement)) return;
  badge.hidden = count === 0;
  badge.textContent = count === 0 ? "" : phoneText.unread(count);
}

function keyOf(phone: HTMLElement, list: HTMLElement): string {
  return `${phone.dataset["person"]}/${list.dataset["list"]}`;
}

/** Numbers count from 1 in each run of the simulator, so what was seen in another run says nothing. */
function recall(): Seen {
  const stored = JSON.parse(localStorage.getItem(memory) ?? "{}");
  return stored.run === document.body.dataset["run"] ? stored.seen : {};
}

function remember(seen: Seen): void {
  localStorage.setItem(memory, JSON.stringify({ run: document.body.dataset["run"], seen }));
}
