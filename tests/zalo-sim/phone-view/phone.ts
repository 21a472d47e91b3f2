import type { Person } from "../people.ts";
import type { ShownItem } from "../phones.ts";
import { phoneText } from "../text/vi.ts";
import { type Html, html } from "./html.ts";
import { icons } from "./icons.ts";
import { itemHtml } from "./item.ts";

/** One person's phone: whose it is, the screen of each app, and the row of apps under it. */
export function phoneHtml(person: Person, items: readonly ShownItem[], oaName: string): Html {
  const list = (app: ShownItem["app"], empty: string) => listHtml(items, app, empty);
  const { apps, zalo, mail, sms } = phoneText;

  return html`<article class="phone" id="phone-${person.id}" data-person="${person.id}" data-name="${person.name}" aria-labelledby="owner-${person.id}">
<header class="owner"><h2 id="owner-${person.id}">${person.name}</h2><p>${person.role}</p></header>
<div class="screen">
${panelHtml(person, "zalo", html`<header class="screen-title"><span class="avatar" aria-hidden="true">${initialsOf(oaName)}</span><span><strong>${oaName}</strong><br><small>${zalo.account}</small></span></header>${list("zalo", zalo.empty)}`)}
${panelHtml(person, "mail", html`<header class="screen-title"><strong>${mail.heading}</strong></header>${list("mail", mail.empty)}`)}
${panelHtml(person, "sms", html`<header class="screen-title"><strong>${sms.heading}</strong></header>${list("sms", sms.empty)}`)}
${panelHtml(person, "authenticator", authenticatorHtml(person))}
</div>
<div class="dock" role="tablist" aria-label="${phoneText.appsOf(person.name)}">
${appNames.map((app) => html`<button type="button" role="tab" class="app" id="tab-${app}-${person.id}" aria-controls="panel-${app}-${person.id}" aria-selected="${app === "zalo" ? "true" : "false"}" tabindex="${app === "zalo" ? 0 : -1}" data-app="${app}">${icons[app]}<span>${apps[app]}</span><span class="badge" data-badge hidden></span></button>`)}
</div>
</article>`;
}

const appNames = ["zalo", "mail", "sms", "authenticator"] as const;

function panelHtml(person: Person, app: (typeof appNames)[number], content: Html): Html {
  const hidden = app === "zalo" ? html`` : html` hidden`;
  return html`<section class="panel" role="tabpanel" id="panel-${app}-${person.id}" aria-labelledby="tab-${app}-${person.id}" data-panel="${app}" tabindex="0"${hidden}>${content}</section>`;
}

function listHtml(items: readonly ShownItem[], app: ShownItem["app"], empty: string): Html {
  const own = items.filter((item) => item.app === app);
  return html`<ul class="items" data-list="${app}" data-empty="${empty}">${own.map(itemHtml)}</ul>`;
}

function authenticatorHtml(person: Person): Html {
  const text = phoneText.authenticator;
  return html`<header class="screen-title"><strong>${text.heading}</strong></header>
<div class="authenticator" data-authenticator="${person.id}">
<noscript><p>${text.needsScript}</p></noscript>
<form class="key-form" data-key-form>
<p class="help" id="help-${person.id}">${text.help}</p>
<label for="key-${person.id}">${text.key}</label>
<input id="key-${person.id}" name="key" type="text" autocomplete="off" autocapitalize="off" spellcheck="false" required aria-describedby="help-${person.id} problem-${person.id}">
<p class="problem" id="problem-${person.id}" role="alert" data-problem></p>
<button type="submit" class="main-button">${text.add}</button>
</form>
<div class="code" data-code-box hidden>
<p class="code-label" id="code-label-${person.id}">${text.code}</p>
<p class="code-digits" aria-labelledby="code-label-${person.id}" data-digits></p>
<p class="code-left" data-seconds></p>
<div class="code-bar" aria-hidden="true"><span data-bar></span></div>
<button type="button" class="main-button" data-copy>${text.copy}</button>
<button type="button" class="quiet-button" data-remove>${text.remove}</button>
</div>
</div>`;
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  return words
    .map((word) => word.slice(0, 1).toUpperCase())
    .join("")
    .slice(0, 2);
}
