import { Level } from "@truong-an/shared/report";
import type { Role } from "@truong-an/shared/triage/reading/features";
import { readingOf, signalsIn } from "@truong-an/shared/triage/reading/read";
import { weightsFrom } from "@truong-an/shared/triage/reading/weights";
import { signalRules } from "@truong-an/shared/triage/rules";
import { RaisingSignal } from "@truong-an/shared/triage/signals";
import { trained } from "@truong-an/shared/triage/trained/weights";
import { urgencyRank } from "@truong-an/shared/triage/triage";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCorpus } from "../../../triage/corpus.ts";

const weights = weightsFrom(trained);

// Written for this test: none of these stands in the corpus.
describe("reading what people write", () => {
  test.each<readonly [string, Level, string]>([
    [
      "a goodbye without an alarming word",
      "emergency",
      "Cho em gửi lời cảm ơn cô. Chậu xương rồng em để trên bàn cô, cô tưới giùm em nha, mai em không tới nữa đâu.",
    ],
    ["a wish to die in teencode", "emergency", "t met lam r, chi muon ngu luon k day nua, xl me"],
    [
      "a knife in school today",
      "emergency",
      "Bạn Phát giấu con dao trong cặp, nãy bạn nói lát ra về sẽ xử thằng ngồi bàn đầu",
    ],
    [
      "a child led away",
      "emergency",
      "có cô lạ mặt đang dắt em bé lớp 1 ra xe, bé khóc quá trời mà bảo vệ không có ở cổng",
    ],
    [
      "a father hitting right now",
      "emergency",
      "ba con đang đánh mẹ ở dưới nhà, con với em trốn trong phòng, cứu tụi con với",
    ],
    [
      "an exam that kills",
      "not_a_report",
      "Đề Lý hôm nay giết người không dao, cả lớp chết chùm luôn á trời",
    ],
    ["a game", "not_a_report", "tối nay leo rank k mn, hôm qua t bắn chết 10 đứa 1 ván luôn"],
    [
      "a broken tap",
      "low",
      "Vòi nước ở nhà vệ sinh tầng 2 bị rỉ cả tuần nay, nhà trường cho thợ sửa giúp ạ",
    ],
  ])("%s", (_what, expected, text) => {
    expect(readingOf(text, "student", weights).level).toBe(expected);
  });

  test("a teacher who hits is accused as staff, the police as police", () => {
    const teacher = "Thầy Toán lấy thước đánh bầm tay bạn em mấy lần rồi, tụi em sợ thầy lắm";
    const police = "Chú công an xã chặn xe em rồi tát em một cái, bắt em đưa 200 nghìn mới cho đi";

    expect(readingOf(teacher, "student", weights).accused).toBe("staff");
    expect(["police", "official"]).toContain(readingOf(police, "student", weights).accused);
  });

  test("the reasons say today when the words do", () => {
    const text = "Tan học chiều nay tụi lớp bên hẹn chặn đánh em ở bãi xe";

    expect(readingOf(text, "student", weights).signals).toContain("says_today");
  });
});

describe("what is sent along", () => {
  test("raises a report to the level that was read and no further", () => {
    for (const { text, role } of everyTenth) {
      const { level, signals } = readingOf(text, role, weights);

      const worth = signals.map((signal) => RaisingSignal.safeParse(signal));
      const levels = worth.flatMap(({ data }) =>
        data === undefined ? [] : [signalRules[data].level],
      );
      const expected = level === "emergency" || level === "high" ? [level] : [];

      expect([...new Set(levels)]).toEqual(expected);
    }
  });

  test("holds codes only: no word of the text", () => {
    const told = "Bạn Ngọc Trinhh lớp 9A hẹn đánh em chiều nay";

    const signals = signalsIn(told, "student", weights);

    expect(signals).toContain("says_today");
    expect(JSON.stringify(signals)).not.toMatch(/ngoc|trinh|9a/i);
  });
});

describe("an emergency never falls below high", () => {
  const small = "Hôm nay trời đẹp ghê, em mới ăn kem xong";
  const changes: readonly (readonly [string, (text: string) => string])[] = [
    ["without tone marks", (text) => withoutMarks(text)],
    ["in capitals", (text) => text.toUpperCase()],
    ["decomposed", (text) => text.normalize("NFD")],
    [
      "with the last letter of each word doubled",
      (text) => text.replace(/(\p{L})(?!\p{L})/gu, "$1$1"),
    ],
    ["with every letter doubled", (text) => text.replace(/(\p{L})/gu, "$1$1")],
    ["with emoji", (text) => `${text.replace(/ /g, " 😂 ")} 🔥🔥`],
    ["with hidden characters", (text) => text.replace(/(\p{L})(\p{L})/gu, "$1\u2062$2")],
    ["with laughter at the end", (text) => `${text} hihi`],
    ["with a sentence of small talk at the end", (text) => `${text}. ${small}.`],
    ["with a friendly line at the end", (text) => `${text}\nChúc thầy cô một ngày vui vẻ ạ`],
  ];

  test.each(changes)("%s", (_how, change) => {
    const fallen = emergencies.filter(({ text, role }) => isQuiet(change(text), role));

    expect(emergencies.length).toBeGreaterThan(200);
    expect(fallen.map(({ id }) => id)).toEqual([]);
  });

  test.each<readonly [string, (text: string) => string]>([
    ["with small talk before it", (text) => `${small}. ${text}`],
    ["with small talk after it and no full stop", (text) => `${text} ${small.toLowerCase()}`],
    ["in broken lines of three words", (text) => brokenLines(text)],
  ])("%s, but for very few", (_how, change) => {
    const fallen = emergencies.filter(({ text, role }) => isQuiet(change(text), role));

    expect(fallen.length / emergencies.length).toBeLessThan(0.04);
  });
});

describe("adding a danger", () => {
  const dangers = [
    "Giờ em không muốn sống nữa, mọi người ở lại mạnh giỏi",
    "Em muốn chết",
    "Ba đang đánh mẹ em",
    "Em bị thầy sờ soạng",
    "Bạn em cầm dao trong lớp",
  ];

  test.each(dangers)("never lowers what was read, before it or behind it: %s", (danger) => {
    const lowered = heldOut.filter(({ text, role }) => {
      const before = urgencyRank(readingOf(text, role, weights).level);
      const behind = urgencyRank(readingOf(`${text}. ${danger}.`, role, weights).level);
      const ahead = urgencyRank(readingOf(`${danger}. ${text}`, role, weights).level);
      return behind > before || ahead > before;
    });

    expect(lowered.map(({ id }) => id)).toEqual([]);
  });

  test.each(dangers)("is heard behind everyday talk: %s", (danger) => {
    const unheard = everyday.filter(({ text, role }) => isQuiet(`${text}. ${danger}.`, role));

    expect(everyday.length).toBeGreaterThan(300);
    expect(unheard.map(({ id }) => id)).toEqual([]);
  });
});

describe("the reader", () => {
  test("never throws and always answers, with the weights or without, whatever is typed", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 400 }),
        fc.boolean(),
        (text, hasWeights) => {
          const reading = readingOf(text, "student", hasWeights ? weights : undefined);

          expect(Level.options).toContain(reading.level);
          expect(reading.categories.length === 0).toBe(reading.level === "not_a_report");
        },
      ),
    );
  });

  test.each([
    "em bị xâm hại",
    "tôi muốn chết",
    "em muốn tự tử",
    "nó dọa giết em",
    "em bị nhốt",
    "bạn em bị bắt cóc",
    "ba đánh em",
    "em bị thầy sờ",
    "I want to kill myself",
  ])("hears a short plain disclosure: %s", (text) => {
    expect(["emergency", "high"]).toContain(readingOf(text, "student", weights).level);
  });

  test.each([
    "ba con xem bóng đá xong say rượu đang đánh mẹ",
    "em không muốn sống nữa, em học dốt tiếng anh quá",
  ])("without the weights is not silenced by a harmless word nearby: %s", (text) => {
    expect(readingOf(text, "student").level).toBe("emergency");
  });

  test("without the weights still hears plain words of danger, and no alarm in a game", () => {
    expect(readingOf("em muốn tự tử", "student").level).toBe("emergency");
    expect(readingOf("bạn ấy đang bị đánh ở nhà xe", "student").level).toBe("emergency");
    expect(readingOf("ván này bị giết hoài, rớt rank rồi", "student").level).toBe("not_a_report");
  });
});

const corpus = readCorpus();
const everyTenth = corpus.filter((_report, at) => at % 10 === 0);
const heldOut = corpus.filter(({ part }) => part !== "train"); // nothing the reader was trained on
const everyday = heldOut.filter(({ urgency }) => urgency !== "emergency" && urgency !== "high");
const emergencies = heldOut.filter(({ text, role }) => {
  return readingOf(text, role, weights).level === "emergency";
});

function isQuiet(text: string, role: Role): boolean {
  return urgencyRank(readingOf(text, role, weights).level) > urgencyRank("high");
}

function brokenLines(text: string): string {
  return text
    .split(" ")
    .map((word, at) => (at % 3 === 2 ? `${word}\n` : `${word} `))
    .join("");
}

function withoutMarks(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
}
