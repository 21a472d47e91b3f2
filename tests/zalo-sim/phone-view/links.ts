import { phoneText } from "../text/vi.ts";
import { type Html, html, nothing, webAddress } from "./html.ts";

/** A button that opens a page in a new tab; bare words where the address is no web address. */
export function linkHtml(title: string, url: string | undefined, marks: Html = nothing): Html {
  const address = webAddress(url);
  if (address === undefined) return html`<p class="bubble-button">${title}</p>`;
  return html`<a class="bubble-button" href="${address}" target="_blank" rel="noopener noreferrer"${marks}>${title}<span class="for-readers"> (${phoneText.opensInNewTab})</span></a>`;
}

/** Web addresses among words can be pressed, as in any mail or chat app. */
export function withLinks(text: string): readonly Html[] {
  return text.split(/(https?:\/\/[^\s<>"']+)/).map((piece, index) => {
    const address = index % 2 === 1 ? webAddress(piece) : undefined;
    if (address === undefined) return piece === "" ? nothing : html`${piece}`;
    return html`<a href="${address}" target="_blank" rel="noopener noreferrer">${piece}</a>`;
  });
}
