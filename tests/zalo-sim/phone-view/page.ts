import { createHash } from "node:crypto";
import type { Person } from "../people.ts";
import type { Sim } from "../sim.ts";
import { phoneText } from "../text/vi.ts";
import { controlsHtml } from "./controls.ts";
import { type Html, html } from "./html.ts";
import { icons } from "./icons.ts";
import { phoneHtml } from "./phone.ts";

const importMap = JSON.stringify({ imports: { otpauth: "./assets/otpauth.js" } });

/** What the page may load: its own files, pictures on this machine, and nothing from anywhere else. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash("sha256").update(importMap).digest("base64")}'`,
  "style-src 'self'",
  "img-src 'self' data: http://127.0.0.1:* http://localhost:*",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The whole page with every phone as it is now; the scripts keep it fresh from there. */
export function pageHtml(sim: Sim): string {
  const people = sim.people.all();
  const phones = people.map((person) => phoneHtml(sim, person));

  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${phoneText.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="./assets/page.css">
<link rel="stylesheet" href="./assets/phone.css">
<link rel="stylesheet" href="./assets/chat.css">
<link rel="stylesheet" href="./assets/controls.css">
<script type="importmap">${{ html: importMap }}</script>
<script type="module" src="./assets/phone-view/browser/main.js"></script>
</head>
<body data-run="${sim.phones.run()}" data-last="${sim.phones.items().at(-1)?.n ?? 0}" data-changes="${sim.phones.changes()}">
<header class="page-head">
<div class="page-title"><h1>${phoneText.title}</h1><p class="banner"><strong>${phoneText.simulation}</strong> <span>${phoneText.intro}</span></p></div>
<p class="connection" data-connection role="status">${phoneText.live}</p>
<button type="button" class="controls-button" data-controls-button aria-expanded="false" aria-controls="controls">${icons.strings}<span>${phoneText.controls}</span></button>
</header>
<div class="desk">
${peopleNav(people)}
<main class="phones">${phones.length === 0 ? html`<p class="no-people">${phoneText.noPeople}</p>` : phones}</main>
${controlsHtml(sim, people)}
</div>
<p class="for-readers" aria-live="polite" data-announce></p>
</body>
</html>
`.html;
}

function peopleNav(people: readonly Person[]): Html {
  return html`<nav class="people" aria-label="${phoneText.people}">${people.map(
    (person) =>
      html`<button type="button" class="person" data-choose="${person.id}" aria-pressed="false"><span class="person-words"><span>${person.name}</span><small>${person.role}</small></span><span class="badge" data-badge hidden></span></button>`,
  )}</nav>`;
}
