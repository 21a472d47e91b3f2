import type { Group } from "../groups.ts";
import type { Person } from "../people.ts";
import type { Sim } from "../sim.ts";
import { chatText } from "../text/chat-vi.ts";
import { avatarHtml } from "./avatar.ts";
import { chatLineHtml } from "./chat-line.ts";
import type { Conversation } from "./conversations.ts";
import { type Html, html, nothing } from "./html.ts";
import { icons } from "./icons.ts";

/** One conversation: who it is with, its lines, and where the person writes. */
export function chatHtml(sim: Sim, person: Person, conversation: Conversation): Html {
  const { key, title, note, kind, items } = conversation;
  const id = `${key}-${person.id}`;
  const menu = conversation.kind === "group" ? groupMenu(sim, conversation) : nothing;
  return html`<section class="chat" data-view="${key}" data-chat-of="${person.id}" aria-label="${chatText.chatWith(title)}"${kind === "oa" ? nothing : html` hidden`}>
<header class="app-head" data-fresh="head-${id}">
<button type="button" class="round" data-open="list">${icons.back}<span class="for-readers">${chatText.back}</span><span class="badge" data-badge-elsewhere hidden></span></button>
${avatarHtml(conversation)}<span class="app-title"><strong>${title}</strong><small>${note}</small></span>
${kind === "oa" ? accountMenu(person, title) : menu}
</header>
<div class="scroll" data-scroll tabindex="0" role="region" aria-label="${chatText.chatWith(title)}">
<ul class="items chat-items" data-list="zalo/${key}">${items.map((item) => chatLineHtml(sim, item))}</ul>
${kind === "oa" ? hintHtml(person) : nothing}
</div>
<div class="foot" data-fresh="foot-${id}">${footHtml(sim, person, conversation)}</div>
</section>`;
}

function accountMenu(person: Person, title: string): Html {
  const text = chatText.accountMenu;
  const act = (name: string, words: string) =>
    html`<li><button type="button" class="menu-button" data-act="${name}">${words}</button></li>`;
  return html`<details class="menu" data-menu>
<summary class="round">${icons.more}<span class="for-readers">${text.open(title)}</span></summary>
<ul class="menu-list">${person.followed ? act("unfollow", text.unfollow) : act("follow", text.follow)}${person.blocked ? act("follow", text.unblock) : act("block", text.block)}</ul>
</details>`;
}

function groupMenu(
  sim: Sim,
  { group, isMember, title }: Conversation & { readonly kind: "group" },
): Html {
  const text = chatText.group;
  const names = group.members.map((id) => sim.people.find(id)?.name ?? id);
  return html`<details class="menu" data-menu>
<summary class="round">${icons.more}<span class="for-readers">${text.open(title)}</span></summary>
<div class="menu-list">
<h4>${text.members}</h4><ul class="names">${[sim.oa.name, ...names].map((name) => html`<li>${name}</li>`)}</ul>
<p class="note">${text.link}: <span class="link-words">${group.link}</span></p>
${isMember ? html`<button type="button" class="menu-button" data-act="leaveGroup" data-group-id="${group.id}">${text.leave}</button>` : nothing}
</div>
</details>`;
}

/** What to do here, while nothing has been said. The stylesheet hides it as soon as a line stands there. */
function hintHtml({ oaAdmin }: Person): Html {
  const { staff, title, examples, write } = chatText.hint;
  if (oaAdmin) return html`<div class="hint"><p>${staff}</p></div>`;
  return html`<div class="hint"><p>${title}</p>${examples.map((words) => html`<button type="button" class="example" data-say="${words}"><span class="for-readers">${write(words)}</span><span aria-hidden="true">${words}</span></button>`)}</div>`;
}

function footHtml(sim: Sim, person: Person, conversation: Conversation): Html {
  const { accountMenu: account } = chatText;
  switch (conversation.kind) {
    case "notices":
      return html`<p class="foot-note">${chatText.noticeOnly}</p>`;
    case "bot":
      return composerHtml(person, conversation, html`data-compose="sayToBot"`);
    case "bot-group": {
      const chatId = conversation.group.chatId;
      return composerHtml(
        person,
        conversation,
        html`data-compose="sayInBotGroup" data-chat-id="${chatId}"`,
      );
    }
    case "group":
      return groupFoot(sim, person, conversation, conversation.group);
    case "oa": {
      if (person.blocked) return html`<p class="foot-note">${chatText.blockedNotice}</p>`;
      const follow = html`<p class="follow"><span>${account.notFollowing}</span><button type="button" class="small-button" data-act="follow">${account.follow}</button></p>`;
      return html`${person.followed ? nothing : follow}${composerHtml(person, conversation, html`data-compose="say"`)}`;
    }
  }
}

function groupFoot(sim: Sim, person: Person, conversation: Conversation, group: Group): Html {
  const isMember = group.members.includes(person.id);
  if (!sim.groups.isEnabled(group)) return html`<p class="foot-note">${chatText.group.off}</p>`;
  if (group.setting.lock_send_msg || !isMember) {
    return html`<p class="foot-note">${chatText.locked}</p>`;
  }
  return composerHtml(
    person,
    conversation,
    html`data-compose="sayInGroup" data-group-id="${group.id}"`,
  );
}

/** `to`: the act that the words become, and whom it names beside the person. */
function composerHtml(person: Person, { key, title, kind }: Conversation, to: Html): Html {
  const text = chatText.compose;
  const id = `write-${key}-${person.id}`;
  const more = html`<details class="menu menu-up" data-menu><summary class="round">${icons.plus}<span class="for-readers">${text.more}</span></summary><ul class="menu-list"><li><button type="button" class="menu-button" data-act="sendImage">${icons.picture}${text.image}</button></li><li><button type="button" class="menu-button" data-act="sendLocation">${icons.pin}${text.location}</button></li></ul></details>`;
  return html`<form class="composer" ${to}>${kind === "oa" ? more : nothing}<label class="for-readers" for="${id}">${text.label(title)}</label><textarea id="${id}" name="text" rows="1" maxlength="2000" required placeholder="${text.placeholder}" data-draft></textarea><button type="submit" class="round round-send">${icons.send}<span class="for-readers">${text.send}</span></button></form>`;
}
