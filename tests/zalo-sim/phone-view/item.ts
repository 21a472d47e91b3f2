import type { PhoneItem, ShownItem } from "../phones.ts";
import type { Sim } from "../sim.ts";
import { phoneText } from "../text/vi.ts";
import { chatLineHtml, chatPreview } from "./chat-line.ts";
import { conversationKey } from "./conversations.ts";
import { type Html, html } from "./html.ts";
import { linkHtml, withLinks } from "./links.ts";
import { clockTime } from "./moments.ts";

/** One entry of a phone's list: a line of a chat, a letter or a text message. */
export function itemHtml(sim: Sim, item: ShownItem): Html {
  if (item.app === "zalo") return chatLineHtml(sim, item);
  return html`<li class="item" data-n="${item.n}"><p class="item-time"><span class="new-mark">${phoneText.newItem}</span> <time datetime="${new Date(item.at).toISOString()}">${clockTime(item.at)}</time></p>${contentHtml(item)}</li>`;
}

/** The list on the person's phone that an item stands in. */
export function listOf(item: PhoneItem): string {
  return item.app === "zalo" ? `zalo/${conversationKey(item)}` : item.app;
}

/** What a list of conversations says of its newest line. */
export function previewOf(item: PhoneItem): string {
  return item.app === "zalo" ? chatPreview(item) : "";
}

function contentHtml(item: ShownItem & { readonly app: "mail" | "sms" }): Html {
  if (item.app === "sms") {
    return html`<div class="bubble"><p class="words">${item.text}</p>${linkHtml(phoneText.sms.open, item.url)}</div>`;
  }
  const subject = item.subject === "" ? phoneText.mail.noSubject : item.subject;
  return html`<article class="letter"><h3>${subject}</h3><p class="letter-from">${phoneText.mail.from}: ${item.from}</p><p class="words">${withLinks(item.text)}</p></article>`;
}
