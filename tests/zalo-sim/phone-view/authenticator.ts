import type { Person } from "../people.ts";
import { phoneText } from "../text/vi.ts";
import { type Html, html } from "./html.ts";

/** The app that makes one-time codes: the field for its key, and the code. */
export function authenticatorHtml(person: Person): Html {
  const text = phoneText.authenticator;
  return html`<header class="app-head"><h3>${text.heading}</h3></header>
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
