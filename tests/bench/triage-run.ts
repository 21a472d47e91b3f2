import { readingOf } from "@truong-an/shared/triage/reading/read";
import { weightsFrom } from "@truong-an/shared/triage/reading/weights";
import { trained } from "@truong-an/shared/triage/trained/weights";

export type ReadingTimes = {
  readonly opening: number; // making the fetched weights ready, ms
  readonly reading: readonly number[]; // one report each, ms
  readonly long: readonly number[]; // 100,000 characters of plain reports, ms
  readonly short: readonly number[]; // 10,000 of them, ms
  readonly awkward: readonly {
    readonly shape: string;
    readonly long: number;
    readonly short: number;
  }[];
};

const reports = [
  "Tan học chiều nay tụi lớp bên hẹn chặn đánh em ở cổng sau, em không dám về một mình.",
  "dt e bi may a lop 12 lay roi bat e dua 200k moi tra, e so lam ma k dam noi vs me",
  "Cô ơi cuốn nhật ký em để trong ngăn bàn, cô giữ giùm em. Em cảm ơn cô vì tất cả, mai em không tới nữa đâu ạ.",
  "Vòi nước ở nhà vệ sinh tầng 2 bị rỉ cả tuần nay, nhà trường cho thợ sửa giúp ạ.",
];

/** Shapes that a careless reader takes the square of the time for, or worse. */
const awkwardShapes: readonly (readonly [string, string])[] = [
  ["a full stop after every word", "em. bị. "],
  ["marks piled upon one letter", "\u0301\u0323"],
  ["one endless word", "emkhongmuonsongnua"],
  ["no full stop at all", "bạn ấy cứ đánh em hoài "],
];

/** Reads the same reports over and over, with the weights, and two very long texts. */
export function timeReading(rounds: number): ReadingTimes {
  const began = performance.now();
  const weights = weightsFrom(trained);
  const opening = performance.now() - began;
  const timed = (text: string) => {
    const before = performance.now();
    readingOf(text, "student", weights);
    return performance.now() - before;
  };
  const shortText = reports.join(" ").repeat(40).slice(0, 10_000);
  const longText = reports.join(" ").repeat(400).slice(0, 100_000);
  const reading: number[] = [];
  for (let round = 0; round < rounds; round += 1) reading.push(...reports.map(timed));
  const several = Array.from({ length: Math.min(rounds, 10) }, () => 0);
  return {
    opening,
    reading,
    short: several.map(() => timed(shortText)),
    long: several.map(() => timed(longText)),
    awkward: awkwardShapes.map(([shape, piece]) => {
      const text = piece.repeat(100_000 / piece.length);
      timed(text.slice(0, 10_000));
      return { shape, long: timed(text), short: timed(text.slice(0, 10_000)) };
    }),
  };
}
