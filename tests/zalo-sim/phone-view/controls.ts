import type { Person } from "../people.ts";
import { scenarios } from "../scenarios.ts";
import type { Sim } from "../sim.ts";
import { controlsText } from "../text/controls-vi.ts";
import { type Html, html } from "./html.ts";
import { fullTime } from "./moments.ts";

/** The strings behind the puppet: the clock, the scenarios, and the human who answers for the account. */
export function controlsHtml(sim: Sim, people: readonly Person[]): Html {
  const text = controlsText;
  return html`<aside class="controls" id="controls" aria-label="${text.title}" hidden>
<header class="controls-head"><h2>${text.title}</h2><button type="button" class="small-button" data-controls-close>${text.close}</button><p class="note" role="status" data-controls-said></p></header>
${clockHtml(sim)}
${castHtml(people)}
${adminHtml()}
${scenariosHtml()}
</aside>`;
}

function clockHtml(sim: Sim): Html {
  const text = controlsText.clock;
  const now = sim.clock.now();
  return html`<section class="control" aria-labelledby="clock-title"><h3 id="clock-title">${text.title}</h3>
<p class="note">${text.explain}</p>
<p class="clock-now"><time datetime="${new Date(now).toISOString()}" data-clock>${fullTime(now)}</time> <span class="ahead" data-clock-ahead hidden>${text.ahead}</span></p>
<div class="clock-buttons">${text.steps.map(({ hours, words }) => html`<button type="button" class="small-button" data-advance="${hours * 3_600_000}">${words}</button>`)}<button type="button" class="small-button" data-clock-back>${text.back}</button></div>
</section>`;
}

function castHtml(people: readonly Person[]): Html {
  return html`<section class="control"><label for="cast">${controlsText.cast}</label>
<select id="cast" data-cast>${people.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select>
</section>`;
}

function adminHtml(): Html {
  const text = controlsText.admin;
  return html`<section class="control" aria-labelledby="admin-title"><h3 id="admin-title">${text.title}</h3>
<p class="note">${text.explain}</p>
<form data-admin>
<label for="admin-text">${text.words}</label>
<textarea id="admin-text" name="text" rows="2" maxlength="2000" required></textarea>
<button type="submit" class="small-button">${text.send}</button>
</form>
</section>`;
}

function scenariosHtml(): Html {
  const text = controlsText.scenarios;
  return html`<section class="control" aria-labelledby="scenarios-title"><h3 id="scenarios-title">${text.title}</h3>
<p class="note">${text.explain}</p>
<ul class="scenarios">${scenarios.map(
    ({ name, title, explain }) =>
      html`<li><h4 id="scenario-${name}">${title}</h4><p id="about-${name}">${explain}</p><button type="button" class="small-button" id="play-${name}" data-scenario="${name}" aria-labelledby="play-${name} scenario-${name}" aria-describedby="about-${name}">${text.play}</button></li>`,
  )}</ul>
</section>`;
}
