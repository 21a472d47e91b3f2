import { type Html, html } from "./html.ts";

/** Small line drawings for the four apps; decoration only, the name stands beside each. */
export const icons = {
  zalo: icon(html`<path d="M4 5h16v11H9l-5 4z"/><path d="M8 9h8M8 12h5"/>`),
  mail: icon(html`<path d="M3 6h18v12H3z"/><path d="m3 7 9 7 9-7"/>`),
  sms: icon(
    html`<path d="M12 4c5 0 9 3 9 7s-4 7-9 7c-1 0-2-.1-3-.4L4 20l1.3-4C3.9 14.7 3 13 3 11c0-4 4-7 9-7z"/>`,
  ),
  authenticator: icon(
    html`<path d="M12 3 5 6v5c0 5 3 8 7 10 4-2 7-5 7-10V6z"/><path d="m9 12 2 2 4-4"/>`,
  ),
} as const;

function icon(paths: Html): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`;
}
