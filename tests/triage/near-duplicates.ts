// Two reports that tell nearly the same words would let a reader learn by heart what it is then
// asked. The build looks for them, across writers and parts.
import { sentencesOf } from "@truong-an/shared/triage/reading/sentences";

export type Told = { readonly id: string; readonly text: string };
export type Twins = { readonly first: string; readonly second: string; readonly likeness: number };

/** Word triples that more reports than this share are idiom, not copying; they propose no pair. */
const mostSharers = 60;

/**
 * Pairs of reports whose sets of word triples overlap by at least `from` (Jaccard, 0 to 1), without
 * tone marks, most alike first. Only pairs that share a triple are looked at: near linear in practice.
 */
export function twinsIn(reports: readonly Told[], from: number): readonly Twins[] {
  const triples = reports.map((report) => triplesOf(report.text));
  const sharers = new Map<string, number[]>();
  triples.forEach((set, at) => {
    for (const triple of set) sharers.set(triple, [...(sharers.get(triple) ?? []), at]);
  });
  const twins = triples.flatMap((set, at) =>
    [...sharedLater(set, at, sharers)].map(([other, count]) => ({
      first: reports[at]?.id ?? "",
      second: reports[other]?.id ?? "",
      likeness: count / (set.size + (triples[other]?.size ?? 0) - count),
    })),
  );
  return twins.filter(({ likeness }) => likeness >= from).sort((a, b) => b.likeness - a.likeness);
}

/** For each later report, how many triples it shares with the report at this place. */
function sharedLater(
  set: ReadonlySet<string>,
  at: number,
  sharers: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const triple of set) {
    const others = sharers.get(triple) ?? [];
    for (const other of others.length > mostSharers ? [] : others) {
      if (other > at) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
  }
  return shared;
}

/**
 * Texts of fewer than six words stand as they are: there is one way to say "em bị đánh", and it is
 * said often. Those without a word are like no other.
 */
function triplesOf(text: string): ReadonlySet<string> {
  const words = sentencesOf(text).flatMap((sentence) => sentence.map((word) => word.plain));
  if (words.length === 0) return new Set();
  if (words.length < 6) return new Set([words.join(" ")]);
  return new Set(words.slice(2).map((_word, at) => words.slice(at, at + 3).join(" ")));
}
