import type { PhoneAttachment, PhoneButton, ShownItem, ZaloItem } from "../phones.ts";
import type { Sim } from "../sim.ts";
import { chatText } from "../text/chat-vi.ts";
import { phoneText } from "../text/vi.ts";
import { type Html, html, localAddress, nothing } from "./html.ts";
import { icons } from "./icons.ts";
import { linkHtml, withLinks } from "./links.ts";
import { clockTime } from "./moments.ts";

/** One line of a chat: the person's own on the right, everybody else's on the left. */
export function chatLineHtml(sim: Sim, item: ShownItem & ZaloItem): Html {
  const side = item.from === "me" ? "mine" : "theirs";
  const sender = senderOf(sim, item);
  const own = item.from === "me" ? html` data-own` : nothing;
  return html`<li class="item line line-${side}" data-n="${item.n}"${own}><p class="item-time"><span class="new-mark">${phoneText.newItem}</span> <span class="${item.from === "me" ? "for-readers" : "sender"}">${sender}</span> <time datetime="${new Date(item.at).toISOString()}">${clockTime(item.at)}</time></p><div class="bubble">${wordsHtml(item.text)}${attachmentHtml(item.attachment, sender)}${item.buttons.map((button, index) => buttonHtml(button, item.n, index))}</div></li>`;
}

/** The last line of a conversation in a few words, for the list of conversations. */
export function chatPreview({ from, text, attachment }: ZaloItem): string {
  const words = text === "" ? attachmentWords(attachment) : text.replace(/\s+/g, " ");
  return from === "me" ? `${chatText.you}: ${words}` : words;
}

function senderOf(sim: Sim, item: ZaloItem): string {
  switch (item.from) {
    case "me":
      return chatText.you;
    case "admin":
      return chatText.admin;
    case "member":
      return sim.people.find(item.senderId ?? "")?.name ?? "";
    case "oa":
      return item.isZns ? chatText.zns : sim.oa.name;
    case "bot":
      return sim.bot.name;
    case "notices":
      return chatText.noticesTitle;
  }
}

function wordsHtml(text: string): Html {
  return text === "" ? nothing : html`<p class="words">${withLinks(text)}</p>`;
}

function buttonHtml(button: PhoneButton, n: number, index: number): Html {
  if (button.says !== undefined) {
    return html`<button type="button" class="bubble-button" data-press="${index}" data-of="${n}">${button.title}</button>`;
  }
  if (button.dials !== undefined) {
    return html`<button type="button" class="bubble-button" data-press="${index}" data-of="${n}" data-dial="${button.dials}">${icons.phone}${button.title}</button>`;
  }
  return linkHtml(button.title, button.url, html` data-press="${index}" data-of="${n}"`);
}

function attachmentHtml(attachment: PhoneAttachment | undefined, sender: string): Html {
  if (attachment === undefined) return nothing;
  const text = chatText.attachment;
  switch (attachment.kind) {
    case "image":
      return pictureHtml(attachment.url, text.imageFrom(sender));
    case "sticker":
      return html`<p class="words">${text.sticker}</p>`;
    case "file":
      return html`<p class="words"><a href="${localAddress(attachment.url) ?? ""}" target="_blank" rel="noopener">${text.file(attachment.name)}</a></p>`;
    case "location":
      return html`<p class="words place">${icons.pin}<span>${text.location}<br><small>${text.map(attachment.latitude, attachment.longitude)}</small></span></p>`;
    case "asks-contact":
      return html`<p class="words"><strong>${attachment.title}</strong><br>${attachment.subtitle}</p>`;
    case "list":
      return html`${attachment.rows.map(
        (row) =>
          html`<p class="words"><strong>${row.title}</strong><br>${row.subtitle}</p>${row.url === "" ? nothing : linkHtml(row.title, row.url)}`,
      )}`;
  }
}

/** Only pictures on this machine are loaded; of others the address is offered. */
function pictureHtml(url: string, alternative: string): Html {
  const local = localAddress(url);
  if (local === undefined) return linkHtml(chatText.attachment.imageElsewhere, url);
  return html`<img class="picture" src="${local}" alt="${alternative}">`;
}

function attachmentWords(attachment: PhoneAttachment | undefined): string {
  const text = chatText.attachment;
  switch (attachment?.kind) {
    case undefined:
      return "";
    case "image":
      return text.image;
    case "sticker":
      return text.sticker;
    case "file":
      return text.file(attachment.name);
    case "location":
      return text.location;
    case "asks-contact":
      return attachment.title;
    case "list":
      return attachment.rows[0]?.title ?? "";
  }
}
