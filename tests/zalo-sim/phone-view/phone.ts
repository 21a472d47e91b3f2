import type { Person } from "../people.ts";
import type { ShownItem } from "../phones.ts";
import type { Sim } from "../sim.ts";
import { phoneText } from "../text/vi.ts";
import { authenticatorHtml } from "./authenticator.ts";
import { type Html, html } from "./html.ts";
import { icons } from "./icons.ts";
import { itemHtml } from "./item.ts";
import { zaloHtml } from "./zalo-app.ts";

/** One person's phone: whose it is, the screen of each app, and the row of apps under it. */
export function phoneHtml(sim: Sim, person: Person): Html {
  const { apps, mail, sms } = phoneText;
  const list = (app: "mail" | "sms", heading: string, empty: string) =>
    html`<div class="scroll" data-scroll tabindex="0" role="region" aria-label="${heading}"><ul class="items" data-list="${app}" data-empty="${empty}">${itemsOf(sim, person, app).map((item) => itemHtml(sim, item))}</ul></div>`;

  return html`<article class="phone" id="phone-${person.id}" data-person="${person.id}" data-name="${person.name}" aria-labelledby="owner-${person.id}">
<header class="owner"><h2 id="owner-${person.id}">${person.name}</h2><p>${person.role}</p></header>
<div class="screen">
${panelHtml(person, "zalo", zaloHtml(sim, person))}
${panelHtml(person, "mail", html`<header class="app-head"><h3>${mail.heading}</h3></header>${list("mail", mail.heading, mail.empty)}`)}
${panelHtml(person, "sms", html`<header class="app-head"><h3>${sms.heading}</h3></header>${list("sms", sms.heading, sms.empty)}`)}
${panelHtml(person, "authenticator", html`<div class="scroll" data-scroll>${authenticatorHtml(person)}</div>`)}
<dialog class="call" data-call aria-labelledby="call-${person.id}"><h3 id="call-${person.id}" data-call-title></h3><p>${phoneText.callIsPretended}</p><form method="dialog"><button class="main-button">${phoneText.close}</button></form></dialog>
</div>
<p class="trouble" role="alert" data-trouble></p>
<p class="told" role="status" data-told></p>
<div class="dock" role="tablist" aria-label="${phoneText.appsOf(person.name)}">
${appNames.map((app) => html`<button type="button" role="tab" class="app" id="tab-${app}-${person.id}" aria-controls="panel-${app}-${person.id}" aria-selected="${app === "zalo" ? "true" : "false"}" tabindex="${app === "zalo" ? 0 : -1}" data-app="${app}">${icons[app]}<span>${apps[app]}</span><span class="badge" data-badge hidden></span></button>`)}
</div>
</article>`;
}

const appNames = ["zalo", "mail", "sms", "authenticator"] as const;

function itemsOf(sim: Sim, person: Person, app: ShownItem["app"]): readonly ShownItem[] {
  return sim.phones.items(person.id).filter((item) => item.app === app);
}

function panelHtml(person: Person, app: (typeof appNames)[number], content: Html): Html {
  const hidden = app === "zalo" ? html`` : html` hidden`;
  return html`<section class="panel" role="tabpanel" id="panel-${app}-${person.id}" aria-labelledby="tab-${app}-${person.id}" data-panel="${app}"${hidden}>${content}</section>`;
}
