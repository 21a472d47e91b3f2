import { foldVietnamese } from "../../text/fold.ts";

export type IdentityHint = "name" | "class" | "phone" | "nickname";

/**
 * What in the words may tell who wrote them: the writer's own name, a class, a phone number, a
 * nickname or account. A hint for the writer alone, never sent. It may be wrong either way.
 */
export function identityHintsIn(text: string): readonly IdentityHint[] {
  const folded = foldVietnamese(text);
  const hints: IdentityHint[] = [];
  if (namesOneself.test(folded) || introducesOneself.test(text.normalize("NFC"))) {
    hints.push("name");
  }
  if (namesClass.test(folded)) hints.push("class");
  if (givesPhone.test(folded)) hints.push("phone");
  if (givesAccount.test(folded) || givesNickname.test(folded)) hints.push("nickname");
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

const place = "(?:nick|acc|account|tai khoan|fb|face|facebook|zalo|insta|instagram|ig|tiktok)";

/** "nick của em là …", "fb em tên …", "zalo em: …", "em tên fb là …"; not "nick em bị mất". */
const givesAccount = new RegExp(
  `\\b(?:${place}(?: ${place})? (?:cua )?${self}(?: la| ten(?: la)?|\\s?[:=@])|${self} ten ${place} la|ten ${place} (?:cua )?${self} la)\\s*\\S`,
  "u",
);

/** "biệt danh em là …", "biệt danh của mình: …". */
const givesNickname = new RegExp(`\\bbiet danh (?:cua )?${self}(?: la|\\s?:)\\s*\\S`, "u");
