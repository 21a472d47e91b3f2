import type { OaMessage } from "./client.ts";
import { maxTextLength } from "./oa-message.ts";

/**
 * A message whose text may be of any length, in parts that Zalo takes, in the order to send them:
 * cut between paragraphs, where that does not do between lines, then words. Buttons and picture
 * come with the last part, under the end of the text.
 */
export function splitMessage(message: OaMessage): readonly OaMessage[] {
  const { buttons, imageAttachmentId, ...plain } = message;
  const texts = splitText(message.text);
  return texts.map((text, index) =>
    index === texts.length - 1 ? { ...message, text } : { ...plain, text },
  );
}

/** The text in parts of at most `most` characters once composed. Nothing but white space at the cuts is lost. */
export function splitText(given: string, most = maxTextLength): readonly string[] {
  const parts: string[] = [];
  let rest = given.normalize("NFC").trim();
  while (rest.length > most) {
    const end = cutBefore(rest, most);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === "" ? parts : [...parts, rest];
}

const gaps = ["\n\n", "\n", " "] as const;

function cutBefore(text: string, most: number): number {
  const window = text.slice(0, most + 1); // a gap right behind the last character is as good
  for (const gap of gaps) {
    const at = window.lastIndexOf(gap);
    if (at > most / 4) return at; // an earlier cut would make crumbs of what could stay whole
  }
  const isPair = /[\uD800-\uDBFF]/.test(text.charAt(most - 1));
  return isPair ? most - 1 : most;
}
