import type { Wish } from "@truong-an/shared/chat/heard";
import { type Pressed, payloadOf } from "@truong-an/shared/chat/payloads";
import type { SchoolId } from "@truong-an/shared/ids";
import type { OaButton } from "../zalo/client.ts";

export type ChatWords = { readonly text: string; readonly buttons: readonly OaButton[] };

/** A line of a list that leads somewhere. */
export type Line = { readonly title: string; readonly url: string };

/** What a phrase may need to be put into words. */
export type Known = {
  readonly appLink: string;
  readonly nameOf: (schoolId: SchoolId) => string;
  readonly lines: readonly Line[]; // the newest bulletins, or the groups, whichever was asked for
  readonly areGroupsHeldBack: boolean; // there are groups with pupils whose link is for nobody who asks
};

const mostButtons = 5;
const mostCharacters = 2_000;
const mostTitleCharacters = 100;

/** A message within Zalo's limits: 2,000 characters, five buttons, titles of a hundred. */
export function chatMessage(text: string, buttons: readonly OaButton[] = []): ChatWords {
  return {
    text: text.normalize("NFC").slice(0, mostCharacters),
    buttons: buttons
      .slice(0, mostButtons)
      .map((button) => ({ ...button, title: shortened(button.title, mostTitleCharacters) })),
  };
}

export function numbered(lines: readonly string[]): string {
  return lines.map((line, at) => `${at + 1}. ${line}`).join("\n");
}

export function shortened(text: string, most: number): string {
  const whole = text.normalize("NFC");
  return whole.length <= most ? whole : `${whole.slice(0, most - 1).trimEnd()}…`;
}

export function pressing(title: string, move: Pressed): OaButton {
  return { title, says: payloadOf(move) };
}

export function wishing(title: string, wish: Wish): OaButton {
  return pressing(title, { kind: "wish", wish });
}

export const menuButton = wishing("Xem menu", "menu");

export function dial(number: keyof typeof whoAnswers): OaButton {
  return { title: `Gọi ${number} (${whoAnswers[number]})`, dials: number };
}

const whoAnswers = {
  "113": "Công an",
  "111": "Bảo vệ trẻ em",
  "115": "Cấp cứu",
  "114": "Cứu hỏa",
} as const;

export function openForm({ appLink }: Known): OaButton {
  return { title: "Mở biểu mẫu ẩn danh", url: appLink };
}
