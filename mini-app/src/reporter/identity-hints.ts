import { foldVietnamese } from "@truong-an/shared/text/fold";

export type IdentityHint = "name" | "class" | "phone";

/**
 * What in the words may tell who wrote them: the writer's own name, a class, a phone number.
 * A hint for the writer alone, read on the phone and never sent. It may be wrong either way.
 */
export function identityHintsIn(story: string): readonly IdentityHint[] {
  const folded = foldVietnamese(story);
  const hints: IdentityHint[] = [];
  if (namesOneself.test(folded) || introducesOneself.test(story.normalize("NFC")))
    hints.push("name");
  if (namesClass.test(folded)) hints.push("class");
  if (givesPhone.test(folded)) hints.push("phone");
  return hints;
}

const self = "(?:em|minh|to|con|chau|toi|tui|tao)";

/** "em tên là …", "tên em là …", with or without tone marks. */
const namesOneself = new RegExp(
  `\\b(?:${self} ten(?: la)? \\p{L}|ten (?:cua )?${self} la \\p{L})`,
  "u",
);

/** "lớp 7A2", "lop 10 a1", "12C". A bare number is not a class. */
const namesClass =
  /\blop\s*(?:[1-9]|1[0-2])\s*[./]?\s*[a-z]\d{0,2}\b|\b(?:[6-9]|1[0-2])a\d{1,2}\b/u;

/** A Vietnamese number of ten digits (or +84 and nine), with spaces, dots or dashes anywhere. */
const givesPhone = /(?:\+?84|\b0)(?:[ .-]?\d){9}(?!\d)/u;

/** "em là Lan", "mình là Nguyễn An": a capital letter after "là" is most likely a name. */
const introducesOneself =
  /(?<!\p{L})(?:[Ee]m|[Mm]ình|[Tt]ớ|[Cc]on|[Cc]háu|[Tt]ôi|[Tt]ui)\s+là\s+\p{Lu}\p{Ll}/u;
