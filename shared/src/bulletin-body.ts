/** One run of words in a line: plain, bold, or a link. */
export type Run = {
  readonly words: string;
  readonly bold?: true;
  readonly href?: string; // https only
};

/** A bulletin's text in the few shapes that it may take. */
export type Block =
  | { readonly kind: "heading"; readonly runs: readonly Run[] }
  | { readonly kind: "paragraph"; readonly lines: readonly (readonly Run[])[] }
  | { readonly kind: "list"; readonly entries: readonly (readonly Run[])[] };

/**
 * Reads a body as people type it: blank lines between paragraphs, `## ` before a heading, `- ` before
 * each entry of a list, `**bold**`, `[words](https://…)` or a bare https address. Anything else is
 * words: nothing is refused, and nothing but words and https links comes out.
 */
export function blocksOf(body: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: string[] = []; // the lines of the block being read, all of one kind
  const close = () => {
    if (open.length > 0) blocks.push(blockOf(open));
    open = [];
  };
  for (const line of linesOf(body)) {
    const [before] = open;
    if (before !== undefined && kindOf(before) !== kindOf(line)) close();
    if (line === "") continue;
    if (kindOf(line) === "heading") blocks.push({ kind: "heading", runs: runsOf(line.slice(3)) });
    else open.push(line);
  }
  close();
  return blocks;
}

/** The same without any signs, for places that know only plain words: links keep their address. */
export function plainWords(body: string): string {
  return blocksOf(body).map(plainBlock).join("\n\n");
}

/** How the text begins, for a card or a chat: whole words, at most `most` characters. */
export function summaryOf(body: string, most = 160): string {
  const first = blocksOf(body).find(({ kind }) => kind !== "heading");
  if (first === undefined) return "";
  const words = wordsOf(first).replace(/\s+/g, " ").trim();
  const letters = [...words];
  if (letters.length <= most) return words;
  const cut = letters.slice(0, most - 1).join("");
  const lastSpace = cut.lastIndexOf(" ");
  return `${(lastSpace > 0 ? cut.slice(0, lastSpace) : cut).replace(/[\s,;:.–-]+$/, "")}…`;
}

function linesOf(body: string): readonly string[] {
  return body
    .normalize("NFC")
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim());
}

function kindOf(line: string): Block["kind"] | "nothing" {
  if (line === "") return "nothing";
  if (/^## ./.test(line)) return "heading";
  return /^- ./.test(line) ? "list" : "paragraph";
}

function blockOf(lines: readonly string[]): Block {
  const isList = kindOf(lines[0] ?? "") === "list";
  return isList
    ? { kind: "list", entries: lines.map((line) => runsOf(line.slice(2))) }
    : { kind: "paragraph", lines: lines.map(runsOf) };
}

// In this order: a named link, bold words, a bare address without the sign that ends its sentence.
const marked =
  /\[([^[\]]{1,200})\]\((https:\/\/[^\s()<>"]{1,500})\)|\*\*([^*]{1,500})\*\*|(https:\/\/[^\s()<>"*[\]]{1,500}[^\s()<>"*[\].,;:!?…])/g;

function runsOf(line: string): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const found of line.matchAll(marked)) {
    if (found.index > at) runs.push({ words: line.slice(at, found.index) });
    runs.push(markedRun(found));
    at = found.index + found[0].length;
  }
  if (at < line.length) runs.push({ words: line.slice(at) });
  return runs;
}

function markedRun([whole, name, href, bold]: readonly (string | undefined)[]): Run {
  if (name !== undefined && href !== undefined) return { words: name, href };
  if (bold !== undefined) return { words: bold, bold: true };
  return { words: whole ?? "", href: whole ?? "" };
}

function wordsOf(block: Block): string {
  return linesIn(block)
    .map((runs) => runs.map(({ words }) => words).join(""))
    .join(" ");
}

function plainBlock(block: Block): string {
  const bullet = block.kind === "list" ? "- " : "";
  return linesIn(block)
    .map((runs) => bullet + runs.map(plainRun).join(""))
    .join("\n");
}

function plainRun({ words, href }: Run): string {
  return href === undefined || href === words ? words : `${words} (${href})`;
}

function linesIn(block: Block): readonly (readonly Run[])[] {
  switch (block.kind) {
    case "heading":
      return [block.runs];
    case "paragraph":
      return block.lines;
    case "list":
      return block.entries;
  }
}
