import { type Html, html } from "./html.ts";

/** Small line drawings; decoration only, the name of what they stand for is beside each or read out. */
export const icons = {
  zalo: icon(html`<path d="M4 5h16v11H9l-5 4z"/><path d="M8 9h8M8 12h5"/>`),
  mail: icon(html`<path d="M3 6h18v12H3z"/><path d="m3 7 9 7 9-7"/>`),
  sms: icon(
    html`<path d="M12 4c5 0 9 3 9 7s-4 7-9 7c-1 0-2-.1-3-.4L4 20l1.3-4C3.9 14.7 3 13 3 11c0-4 4-7 9-7z"/>`,
  ),
  authenticator: icon(
    html`<path d="M12 3 5 6v5c0 5 3 8 7 10 4-2 7-5 7-10V6z"/><path d="m9 12 2 2 4-4"/>`,
  ),
  back: icon(html`<path d="m15 5-7 7 7 7"/>`),
  block: icon(html`<circle cx="12" cy="12" r="8"/><path d="m6.5 6.5 11 11"/>`),
  group: icon(
    html`<circle cx="9" cy="9" r="3"/><circle cx="16.5" cy="10" r="2.5"/><path d="M3 19c0-3.5 2.5-6 6-6s6 2.5 6 6M15 13.5c3 0 5.5 2 5.5 5"/>`,
  ),
  more: icon(html`<path d="M12 5.5v.1M12 12v.1M12 18.5v.1" stroke-width="3"/>`),
  phone: icon(
    html`<path d="M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z"/>`,
  ),
  picture: icon(
    html`<path d="M4 5h16v14H4z"/><circle cx="9" cy="10" r="1.5"/><path d="m5 18 5-5 3 3 3-3 4 4"/>`,
  ),
  pin: icon(
    html`<path d="M12 21c5-5 7-8 7-11a7 7 0 0 0-14 0c0 3 2 6 7 11z"/><circle cx="12" cy="10" r="2.5"/>`,
  ),
  plus: icon(html`<path d="M12 5v14M5 12h14"/>`),
  send: icon(html`<path d="m4 12 16-8-5 16-4-6z"/>`),
  strings: icon(
    html`<path d="M4 7h10M18 7h2M4 17h2M10 17h10"/><circle cx="16" cy="7" r="2"/><circle cx="8" cy="17" r="2"/>`,
  ),
} as const;

function icon(paths: Html): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`;
}
