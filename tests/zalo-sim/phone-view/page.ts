import { createHash } from "node:crypto";
import type { Sim } from "../sim.ts";
import { phoneText } from "../text/vi.ts";
import { type Html, html } from "./html.ts";
import { phoneHtml } from "./phone.ts";

const importMap = JSON.stringify({ imports: { otpauth: "./assets/otpauth.js" } });

/** What the page may load: its own files, and nothing from anywhere else. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash("sha256").update(importMap).digest("base64")}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The whole page with every phone as it is now; the scripts keep it fresh from there. */
export function pageHtml(sim: Sim): string {
  const people = sim.people.all();
  const items = sim.phones.items();
  const phones = people.map((person) =>
    phoneHtml(person, sim.phones.items(person.id), sim.oa.name),
  );

  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${phoneText.title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="./assets/phone-view.css">
<script type="importmap">${{ html: importMap }}</script>
<script type="module" src="./assets/phone-view/browser/main.js"></script>
</head>
<body data-run="${sim.phones.run()}" data-last="${items.at(-1)?.n ?? 0}">
<header class="page-head">
<h1>${phoneText.title}</h1>
<p class="connection" data-connection role="status">${phoneText.live}</p>
</header>
${peopleNav(people)}
<main class="phones">${phones.length === 0 ? html`<p class="no-people">${phoneText.noPeople}</p>` : phones}</main>
<footer class="intro"><p>${phoneText.intro}</p></footer>
<p class="for-readers" aria-live="polite" data-announce></p>
</body>
</html>
`.html;
}

function peopleNav(people: readonly { readonly id: string; readonly name: string }[]): Html {
  return html`<nav class="people" aria-label="${phoneText.people}">${people.map(
    (person) =>
      html`<button type="button" class="person" data-choose="${person.id}"><span>${person.name}</span><span class="badge" data-badge hidden></span></button>`,
  )}</nav>`;
}
