import { phoneText } from "../../text/vi.ts";
import { refreshUnread, showNewest } from "./unread.ts";

type Arrived = {
  readonly n: number;
  readonly personId: string;
  readonly app: string;
  readonly html: string;
};

/** Puts new entries on the phones as they arrive. The browser reconnects by itself and asks for what it missed. */
export function listen(): void {
  const { run, last } = document.body.dataset;
  const events = new EventSource(`./phone-view/events?after=${run}:${last}`);
  events.addEventListener("open", () => say("[data-connection]", phoneText.live));
  events.addEventListener("error", () => {
    say("[data-connection]", phoneText.connecting);
    if (events.readyState === EventSource.CLOSED) window.setTimeout(() => location.reload(), 3_000);
  });
  events.addEventListener("reload", () => location.reload());
  events.addEventListener("item", (event) => arrive(JSON.parse(event.data)));
}

function arrive({ n, personId, app, html }: Arrived): void {
  const phone = document.getElementById(`phone-${personId}`);
  const list = phone?.querySelector(`[data-list="${app}"]`);
  if (list === null || list === undefined) return;
  if (list.querySelector(`[data-n="${n}"]`) !== null) return;
  list.insertAdjacentHTML("beforeend", html); // escaped by the server, which alone writes these entries
  showNewest(list);
  refreshUnread();
  say("[data-announce]", phoneText.newFor(phone?.dataset["name"] ?? ""));
}

function say(selector: string, words: string): void {
  const place = document.querySelector(selector);
  if (place === null || place.textContent === words) return;
  place.textContent = words;
  place.classList.toggle("is-waiting", words === phoneText.connecting);
}
