import type { Conversation } from "./conversations.ts";
import { type Html, html } from "./html.ts";
import { icons } from "./icons.ts";

/** A round picture with initials, or the sign of a group. Decoration: the name stands beside it. */
export function avatarHtml({ kind, title }: Pick<Conversation, "kind" | "title">): Html {
  const inside =
    kind === "group" || kind === "bot-group" ? icons.group : html`${initialsOf(title)}`;
  return html`<span class="avatar avatar-${kind}" aria-hidden="true">${inside}</span>`;
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  return words
    .map((word) => word.slice(0, 1).toUpperCase())
    .join("")
    .slice(0, 2);
}
