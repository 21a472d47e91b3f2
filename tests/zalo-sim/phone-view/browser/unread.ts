import { phoneText } from "../../text/vi.ts";

const memory = "truong-an-phone-seen";

/** The number of the newest thing seen, for each list of each phone. */
type Seen = Record<string, number>;

/** Counts what nobody has looked at: a list is looked at when it is opened, or touched while open. */
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
    const counts = countsOn(phone, seen);
    const onPhone = drawApps(phone, counts);
    drawChats(phone, counts);
    drawBadge(
      document.querySelector(`[data-choose="${phone.dataset["person"]}"] [data-badge]`),
      onPhone,
    );
    all += onPhone;
  }
  document.title = all === 0 ? phoneText.title : `(${all}) ${phoneText.title}`;
}

/**
 * Brings the newest entry into view. What came first stays in view though: an answer taller than the
 * screen is shown from its beginning, and answers to what was just said no further than that.
 */
export function showNewest(list: Element): void {
  const scroll = list.closest("[data-scroll]");
  if (scroll === null) return;
  const first = firstToShow(list);
  const top = first === undefined ? Number.POSITIVE_INFINITY : first.offsetTop - aboveFirst;
  scroll.scrollTop = Math.min(top, scroll.scrollHeight);
}

const aboveFirst = 8;
const answersWithinMs = 60_000;

function firstToShow(list: Element): HTMLElement | undefined {
  const entries = [...list.querySelectorAll<HTMLElement>("[data-n]")];
  const own = entries.findLast((entry) => entry.matches("[data-own]"));
  const newest = entries.at(-1);
  if (own === undefined || newest === undefined) return newest;
  return momentOf(newest) - momentOf(own) < answersWithinMs ? own : newest;
}

function momentOf(entry: HTMLElement): number {
  return Date.parse(entry.querySelector("time")?.dateTime ?? "");
}

type Counts = ReadonlyMap<string, number>;

function countsOn(phone: HTMLElement, seen: Seen): Counts {
  const lists = [...phone.querySelectorAll<HTMLElement>("[data-list]")];
  return new Map(
    lists.map((list) => [
      list.dataset["list"] ?? "",
      markUnread(list, seen[keyOf(phone, list)] ?? 0),
    ]),
  );
}

function drawApps(phone: HTMLElement, counts: Counts): number {
  let onPhone = 0;
  for (const tab of phone.querySelectorAll<HTMLElement>("[data-app]")) {
    const app = tab.dataset["app"] ?? "";
    const count = sumOf(counts, (name) => name === app || name.startsWith(`${app}/`));
    drawBadge(tab.querySelector("[data-badge]"), count);
    onPhone += count;
  }
  return onPhone;
}

/** Beside each conversation in the list, and on the way back from one: what waits in the others. */
function drawChats(phone: HTMLElement, counts: Counts): void {
  for (const row of phone.querySelectorAll<HTMLElement>(".row[data-open]")) {
    const name = `zalo/${row.dataset["open"]}`;
    drawBadge(row.querySelector("[data-badge]"), counts.get(name) ?? 0);
  }
  for (const view of phone.querySelectorAll<HTMLElement>("[data-chat-of]")) {
    const own = `zalo/${view.dataset["view"]}`;
    const elsewhere = sumOf(counts, (name) => name.startsWith("zalo/") && name !== own);
    drawBadge(view.querySelector("[data-badge-elsewhere]"), elsewhere);
  }
}

function sumOf(counts: Counts, isMeant: (name: string) => boolean): number {
  return [...counts].reduce((sum, [name, count]) => (isMeant(name) ? sum + count : sum), 0);
}

function lookAt(phone: HTMLElement): void {
  const lists = [...phone.querySelectorAll<HTMLElement>("[data-list]")];
  const list = lists.find((one) => one.closest("[hidden]") === null);
  if (list === undefined) return;
  const newest = Number((list.lastElementChild as HTMLElement | null)?.dataset["n"] ?? 0);
  const seen = recall();
  if ((seen[keyOf(phone, list)] ?? 0) >= newest) return;
  remember({ ...seen, [keyOf(phone, list)]: newest });
  refreshUnread();
}

/** What the person wrote themselves is nothing new to them. */
function markUnread(list: HTMLElement, seenUpTo: number): number {
  let count = 0;
  for (const item of list.querySelectorAll<HTMLElement>("[data-n]:not([data-own])")) {
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
