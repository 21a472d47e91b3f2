import { phoneText } from "../text/vi.ts";
import { type Html, html, nothing, webAddress } from "./html.ts";

/** What leads into a group of Zalo. The phone joins by it itself: the simulator's groups are not at Zalo. */
const groupAddress = /^https:\/\/zalo\.me\/g\//;

/** A button that opens a page in a new tab; bare words where the address is no web address. */
export function linkHtml(title: string, url: string | undefined, marks: Html = nothing): Html {
  const address = webAddress(url);
  if (address === undefined) return html`<p class="bubble-button">${title}</p>`;
  if (groupAddress.test(address)) {
    return html`<a class="bubble-button" href="${address}" data-group-link${marks}>${title}</a>`;
  }
  return html`<a class="bubble-button" href="${address}" target="_blank" rel="noopener noreferrer"${marks}>${title}<span class="for-readers"> (${phoneText.opensInNewTab})</span></a>`;
}

/** Web addresses among words can be pressed, as in any mail or chat app. */
export function withLinks(text: string): readonly Html[] {
  return text.split(/(https?:\/\/[^\s<>"']+)/).map((piece, index) => {
    const address = index % 2 === 1 ? webAddress(piece) : undefined;
    if (address === undefined) return piece === "" ? nothing : html`${piece}`;
    if (groupAddress.test(address)) return html`<a href="${address}" data-group-link>${piece}</a>`;
    return html`<a href="${address}" target="_blank" rel="noopener noreferrer">${piece}</a>`;
  });
}
