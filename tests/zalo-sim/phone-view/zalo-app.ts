import type { Person } from "../people.ts";
import type { Sim } from "../sim.ts";
import { chatText } from "../text/chat-vi.ts";
import { avatarHtml } from "./avatar.ts";
import { chatHtml } from "./chat.ts";
import { chatPreview } from "./chat-line.ts";
import { type Conversation, conversationsOf } from "./conversations.ts";
import { type Html, html } from "./html.ts";

/** Zalo on one person's phone: the list of conversations, and each of them. One shows at a time. */
export function zaloHtml(sim: Sim, person: Person): Html {
  const conversations = conversationsOf(sim, person);
  return html`<div class="conversations" data-view="list" hidden>
<header class="app-head"><h3>${chatText.conversations}</h3></header>
<div class="scroll" data-scroll>
<ul class="rows" data-fresh="rows-${person.id}" aria-label="${chatText.conversationsOf(person.name)}">${conversations.map((one) => rowHtml(one))}</ul>
${joinHtml(person)}
</div>
</div>
${conversations.map((one) => chatHtml(sim, person, one))}`;
}

function rowHtml(conversation: Conversation): Html {
  const { key, title, items } = conversation;
  const last = items.at(-1);
  const preview = last === undefined ? chatText.nothingYet : chatPreview(last);
  return html`<li><button type="button" class="row" data-open="${key}">${avatarHtml(conversation)}<span class="row-words"><strong>${title}</strong><span class="row-preview" data-preview>${preview}</span></span><span class="badge" data-badge hidden></span></button></li>`;
}

function joinHtml(person: Person): Html {
  const text = chatText.group;
  return html`<form class="join" data-join data-person-id="${person.id}">
<h4>${text.joinTitle}</h4>
<label class="for-readers" for="join-${person.id}">${text.joinLabel}</label>
<div class="join-row"><input id="join-${person.id}" name="link" type="url" required autocomplete="off" placeholder="https://zalo.me/g/…"><button type="submit" class="small-button">${text.join}</button></div>
<p class="note" role="status" data-said></p>
</form>`;
}
