import { z } from "zod";

/** What in a text could point to one child (NĐ 56/2017/NĐ-CP, Điều 33) or read like a case. */
export const Flag = z.enum([
  "person",
  "class",
  "phone",
  "email",
  "address",
  "id_number",
  "birth",
  "case",
]);
export type Flag = z.infer<typeof Flag>;

/** One such place: `words` as they stand in the text. */
export type Finding = { readonly flag: Flag; readonly words: string };

/** Every word of a bulletin that people will read, or have read to them: the picture's too. */
export function publishedWords(bulletin: {
  readonly title: string;
  readonly body: string;
  readonly cover: { readonly alt: string } | null;
}): string {
  const { title, body, cover } = bulletin;
  return [title, body, ...(cover === null ? [] : [cover.alt])].join("\n");
}

/**
 * Reads a bulletin for what could identify a child: names, a class, numbers, addresses, a day of
 * birth; and for words of a single case. It knows no faces and no meaning: a person decides. Public
 * numbers to call and official addresses are no finding.
 */
export function findingsIn(text: string): readonly Finding[] {
  const words = text.normalize("NFC");
  const found = rules.flatMap(({ flag, pattern, isFine }) =>
    [...words.matchAll(pattern)]
      .map(([whole]) => whole.trim())
      .filter((whole) => isFine === undefined || !isFine(whole))
      .map((whole) => ({ flag, words: whole })),
  );
  return found.filter(isFirst);
}

type Rule = {
  readonly flag: Flag;
  readonly pattern: RegExp;
  readonly isFine?: (words: string) => boolean;
};

const start = "(?<![\\p{L}\\p{N}])"; // where a word begins, whatever its letters
const end = "(?![\\p{L}\\p{N}])";
const gap = "[^\\S\\r\\n]"; // within one line
const name = "\\p{Lu}[\\p{L}\\p{M}'’]*";

const rules: readonly Rule[] = [
  // "em Trâm", "học sinh Nguyễn Văn A", "con chị Hoa"
  {
    flag: "person",
    pattern: over(
      `${start}(?:[Ee]m|[Cc]háu|[Bb]é|[Bb]ạn|(?:[Hh]ọc|[Nn]ữ|[Nn]am) sinh|[Cc]on (?:của )?(?:ông|bà|anh|chị))${gap}+${name}(?:${gap}+${name}){0,3}`,
    ),
    isFine: isPlaceOrBody,
  },
  // A whole name, with a family name in front or as the peoples of Tây Nguyên bear it.
  {
    flag: "person",
    pattern: over(
      `${start}(?:(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Mai|Cao|Lương|Tạ|Cil|Kơ Să|Liêng|Rơ Ông|Đa)(?:${gap}+${name}){2,3}|K['’]${gap}?${name}|Ka${gap}+${name})`,
    ),
    isFine: (words) => /^K['’]\s?(Ho|ho)$/u.test(words),
  },
  {
    flag: "class",
    pattern: over(`${start}[Ll]ớp${gap}+\\d{1,2}${gap}?(?:[A-ZĐ]\\d{0,2}|[./]\\d{1,2})${end}`),
  },
  { flag: "class", pattern: over(`${start}(?:[1-9]|1[0-2])[A-ZĐ]\\d{1,2}${end}`) },
  // Mobile numbers are people's; land lines (02…), 1800… and three digits are offices'.
  {
    flag: "phone",
    pattern: over(`(?<![\\p{N}.])(?:\\+?84|0)[\\s.-]?[35789](?:[\\s.-]?\\d){8}(?!\\d)`),
  },
  {
    flag: "email",
    pattern: over(`[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+`),
    isFine: (words) => /[.@]gov\.vn$/i.test(words),
  },
  {
    flag: "address",
    pattern: over(
      `${start}(?:[Ss]ố nhà|[Nn]hà số|[Nn]gõ|[Nn]gách|[Hh]ẻm|[Kk]iệt|[Tt]hôn|[Xx]óm|[Ấấ]p|[Bb]uôn|[Tt]ổ dân phố)${gap}+(?:\\d[\\p{L}\\p{N}/]*|${name}(?:${gap}+${name}){0,2})`,
    ),
  },
  { flag: "id_number", pattern: /(?<![\d.])(?:\d{12}|\d{9})(?![\d.]\d|\d)/gu },
  { flag: "birth", pattern: over(`${start}sinh (?:ngày|năm|tháng)${gap}+\\d+(?:[/.-]\\d+)*`) },
  { flag: "birth", pattern: /[(,]\s*\d{1,2} tuổi(?=\s*[),])/gu },
  {
    flag: "case",
    pattern: over(
      `${start}(?:[Nn]ạn nhân|[Bb]ị hại|[Nn]ghi phạm|[Hh]ung thủ|[Tt]hủ phạm|(?:khoảng|hồi) \\d{1,2}${gap}?(?:giờ|h)[^.\\n]{0,20}ngày \\d{1,2}[/-]\\d{1,2})`,
    ),
  },
];

function over(source: string): RegExp {
  return new RegExp(source, "gu");
}

/** "học sinh Trường …", "học sinh Việt Nam": a body or a country, not a child. */
function isPlaceOrBody(words: string): boolean {
  const called =
    /\s(?:Trường|Việt|THCS|THPT|TH&|Tiểu|Trung|Mầm|Mẫu|Lâm Đồng|Zalo|Facebook|TikTok|Internet|AI)(?![\p{Ll}])/u;
  return called.test(words);
}

/** What two rules found alike is told once. */
function isFirst(finding: Finding, at: number, all: readonly Finding[]): boolean {
  return !all
    .slice(0, at)
    .some((other) => other.flag === finding.flag && other.words.includes(finding.words));
}
