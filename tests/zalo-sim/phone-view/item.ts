import type { PhoneButton, ShownItem } from "../phones.ts";
import { phoneText } from "../text/vi.ts";
import { type Html, html, nothing, webAddress } from "./html.ts";

/** One entry of a phone's list: a chat bubble, a letter or a text message. */
export function itemHtml(item: ShownItem): Html {
  return html`<li class="item item-${item.app}" data-n="${item.n}"><p class="item-time"><span class="new-mark">${phoneText.newItem}</span> <time datetime="${new Date(item.at).toISOString()}">${clockTime(item.at)}</time></p>${contentHtml(item)}</li>`;
}

function contentHtml(item: ShownItem): Html {
  switch (item.app) {
    case "zalo":
      return html`<div class="bubble"><p class="words">${item.text}</p>${item.buttons.map(buttonHtml)}</div>`;
    case "mail":
      return html`<article class="letter"><h3>${item.subject === "" ? phoneText.mail.noSubject : item.subject}</h3><p class="letter-from">${phoneText.mail.from}: ${item.from}</p><p class="words">${withLinks(item.text)}</p></article>`;
    case "sms":
      return html`<div class="bubble"><p class="words">${item.text}</p>${linkHtml(phoneText.sms.open, item.url)}</div>`;
  }
}

function buttonHtml(button: PhoneButton): Html {
  return linkHtml(button.title, button.url);
}

function linkHtml(title: string, url: string | undefined): Html {
  const address = webAddress(url);
  if (address === undefined) return html`<p class="bubble-button">${title}</p>`;
  return html`<a class="bubble-button" href="${address}" target="_blank" rel="noopener noreferrer">${title}<span class="for-readers"> (${phoneText.zalo.opensInNewTab})</span></a>`;
}

/** Web addresses in a letter can be pressed, as in any mail app. */
function withLinks(text: string): readonly Html[] {
  return text.split(/(https?:\/\/[^\s<>"']+)/).map((piece, index) => {
    const address = index % 2 === 1 ? webAddress(piece) : undefined;
    if (address === undefined) return piece === "" ? nothing : html`${piece}`;
    return html`<a href="${address}" target="_blank" rel="noopener noreferrer">${piece}</a>`;
  });
}

const vietnam = { timeZone: "Asia/Ho_Chi_Minh" } as const;
const timeOfDay = new Intl.DateTimeFormat("en-GB", { ...vietnam, timeStyle: "short" });
const dayOfYear = new Intl.DateTimeFormat("en-GB", {
  ...vietnam,
  day: "2-digit",
  month: "2-digit",
});

function clockTime(at: number): string {
  return `${timeOfDay.format(at)}, ${dayOfYear.format(at)}`;
}
