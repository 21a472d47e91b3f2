import { parseLinkCode } from "../link-code.ts";
import { sha256Hex, toUtf8 } from "../sealing/bytes.ts";
import { numbersInWords } from "./answers.ts";
import type { Move } from "./heard.ts";
import { isOneOf, withoutPoliteness, wordsIn } from "./listening.ts";
import { moveOfPayload } from "./payloads.ts";

/** Moves that no story can be mistaken for. */
export function certainMove(text: string): Move | undefined {
  const trimmed = text.trim();
  const pressed = trimmed.startsWith("#") ? moveOfPayload(trimmed) : undefined;
  if (pressed !== undefined) return pressed;
  if (deadButton.test(trimmed)) return { kind: "unknown" };
  const number = numberIn(trimmed);
  if (number !== undefined) return { kind: "number", number };
  if (emergencyNumber.test(trimmed)) return { kind: "wish", wish: "numbers" };
  if (receiptLike.test(trimmed.normalize("NFKC"))) return { kind: "receipt" };
  const code = parseLinkCode(trimmed);
  return code === undefined ? undefined : { kind: "link-code", codeHash: sha256Hex(toUtf8(code)) };
}

/** What a button of an older release says. No person types a sign, a word and a value in one. */
const deadButton = /^#[a-z0-9-]+:\S*$/i;

const emergencyNumber = /^(?:số |so |gọi |goi )?11[1345][.!? ]*$/i;

/** About twenty digits in any grouping: a receipt, perhaps mistyped. Nobody needs so many for anything else. */
const receiptLike = /(?<!\d)\d(?:[\s\p{Cf}\p{Pd}.·•]*\d){15,23}(?!\d)/u;

/** What is left of a message that holds a receipt. */
export function withoutDigits(text: string): string {
  return text.normalize("NFKC").replace(/\d/g, " ");
}

function numberIn(text: string): number | undefined {
  const written =
    /^(?:số|so|câu|cau|mục|muc|chọn|chon|ý|bấm|bam)?\s*(1[0-9]|[1-9])\ufe0f?\u20e3?\s*(?:[.)!,]|ạ|a|nhé|nhe|nha|đi|di)?$/iu;
  const [, digit] = written.exec(text.normalize("NFKC").trim()) ?? [];
  if (digit !== undefined) return Number(digit);
  const said = withoutPoliteness(wordsIn(text));
  const at = numbersInWords.findIndex((ways) => isOneOf(ways, said));
  return at === -1 ? undefined : at + 1;
}
