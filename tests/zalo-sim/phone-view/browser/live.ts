import { phoneText } from "../../text/vi.ts";
import { refreshPage } from "./fresh.ts";
import { refreshUnread, showNewest } from "./unread.ts";

type Arrived = {
  readonly n: number;
  readonly personId: string;
  readonly list: string;
  readonly preview: string;
  readonly html: string;
};

/** Puts new entries on the phones as they arrive. The browser reconnects by itself and asks for what it missed. */
export function listen(): void {
  const { run, last, changes } = document.body.dataset;
  const events = new EventSource(`./phone-view/events?after=${run}:${last}&changes=${changes}`);
  events.addEventListener("open", () => say("[data-connection]", phoneText.live));
  events.addEventListener("error", () => {
    say("[data-connection]", phoneText.connecting);
    if (events.readyState === EventSource.CLOSED) window.setTimeout(() => location.reload(), 3_000);
  });
  events.addEventListener("reload", () => location.reload());
  events.addEventListener("changed", () => inTurn(refreshPage));
  events.addEventListener("item", (event) => {
    const arrived: Arrived = JSON.parse(event.data);
    inTurn(() => arrive(arrived));
  });
}

let turn: Promise<void> = Promise.resolve();

/** An entry for a new conversation waits until the conversation is on the page. */
function inTurn(step: () => Promise<void>): void {
  turn = turn.then(step).catch(() => undefined);
}

async function arrive({ n, personId, list: name, preview, html }: Arrived): Promise<void> {
  const phone = document.getElementById(`phone-${personId}`);
  if (phone === null) return;
  if (phone.querySelector(`[data-list="${name}"]`) === null) await refreshPage();
  const list = phone.querySelector(`[data-list="${name}"]`);
  if (list === null || list.querySelector(`[data-n="${n}"]`) !== null) return;
  list.insertAdjacentHTML("beforeend", html); // escaped by the server, which alone writes these entries
  const row = phone.querySelector(
    `.row[data-open="${name.replace(/^zalo\//, "")}"] [data-preview]`,
  );
  if (row !== null) row.textContent = preview;
  showNewest(list);
  refreshUnread();
  if (phone.contains(document.activeElement) && document.hasFocus()) {
    phone.dispatchEvent(new CustomEvent("phone-opened")); // who is writing sees the answer come
  }
  if (list.lastElementChild?.matches("[data-own]") === true) return;
  say("[data-announce]", phoneText.newFor(phone.dataset["name"] ?? ""));
}

function say(selector: string, words: string): void {
  const place = document.querySelector(selector);
  if (place === null || place.textContent === words) return;
  place.textContent = words;
  place.classList.toggle("is-waiting", words === phoneText.connecting);
}
