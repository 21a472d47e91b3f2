import { hear } from "@truong-an/shared/chat/hear";
import { meaningOf } from "@truong-an/shared/chat/intents";
import { card, trained } from "@truong-an/shared/chat/trained/intents";
import { foldVietnamese } from "@truong-an/shared/text/fold";
import { weightsFrom } from "@truong-an/shared/triage/reading/weights";
import { trained as reportsTrained } from "@truong-an/shared/triage/trained/weights";
import { describe, expect, test } from "vitest";
import { readCorpus } from "../triage/corpus.ts";
import { heldBack, lineOf, linesHash, readWritten } from "./lines.ts";
import { figuresOf, isAlarm, nameOf } from "./measure.ts";
import { lessonsOf, settings, shippedSize, trainedOn } from "./train.ts";

const written = readWritten();
const held: readonly string[] = heldBack;
const reports = weightsFrom(reportsTrained);
const intents = weightsFrom(trained);
const heldLines = written.filter(({ writer }) => held.includes(writer));

describe("training on a slice of the lines", () => {
  const slice = lessonsOf(written, []).filter((_lesson, at) => at % 3 === 0);
  const few = { ...settings, rounds: 8 };
  const small = { features: 3_000, trainings: 2 };
  const once = trainedOn(slice, few, small);

  test("gives the same weights, letter for letter, every time", () => {
    expect(trainedOn(slice, few, small)).toEqual(once);
  });

  test("already tells intents apart", () => {
    const others = written.filter(({ writer }) => writer === "writer-dev");
    const right = others.filter(({ intent, text }) => {
      return meaningOf(text, weightsFrom(once)).intent === intent;
    });

    expect(right.length / others.length).toBeGreaterThan(0.5);
  });
});

describe("the weights that are shipped", () => {
  test("were learned from the lines as they are, with the settings as they are", () => {
    expect(card.lines).toBe(linesHash());
    expect(card.settings).toEqual(settings);
    expect(card.size).toEqual(shippedSize);
  });
});

describe.each([
  ["the writer who chose the bars", "writer-dev", { danger: 0.95, understood: 0.91, alarms: 0.06 }],
  ["the writer who chose nothing", "writer-test", { danger: 0.95, understood: 0.92, alarms: 0.05 }],
] as const)("on the lines of %s", (_who, writer, floors) => {
  const figures = figuresOf(
    written.filter((line) => line.writer === writer),
    reports,
    intents,
  );

  test("danger is heard", () => {
    expect(figures.dangerHeard).toBeGreaterThanOrEqual(floors.danger);
  });

  test("most is understood", () => {
    expect(figures.understood).toBeGreaterThanOrEqual(floors.understood);
  });

  test("few alarms are false", () => {
    expect(figures.falseAlarms).toBeLessThanOrEqual(floors.alarms);
  });
});

describe("beside the reader of reports", () => {
  const unseen = readCorpus().filter(({ part }) => part !== "train");
  const urgent = unseen.filter((report) => lineOf(report).intent === "danger");
  const stories = unseen.filter(({ urgency }) => urgency !== "not_a_report");

  test("nothing that words alone call urgent is lost", () => {
    const named = [...urgent, ...heldLines].filter(({ text }) => isAlarm(hear(text, "student")));
    const before = named.filter(({ text }) => isAlarm(hear(text, "student", reports)));
    const lost = before.filter(({ text }) => !isAlarm(hear(text, "student", reports, intents)));

    expect(named.length).toBeGreaterThan(300);
    expect(lost.map(({ text }) => text)).toEqual([]);
  });

  test("of 1,000 urgent reports that never trained at most five are lost, and more are found", () => {
    const before = urgent.filter(({ text }) => isAlarm(hear(text, "student", reports)));
    const lost = before.filter(({ text }) => !isAlarm(hear(text, "student", reports, intents)));
    const after = urgent.filter(({ text }) => isAlarm(hear(text, "student", reports, intents)));

    expect(lost.length / urgent.length).toBeLessThanOrEqual(0.005);
    expect(after.length).toBeGreaterThan(before.length);
  });

  test("a story is hardly ever taken for a wish other than to report", () => {
    const wishes = stories.filter(({ text }) => {
      const { move } = hear(text, "student", reports, intents);
      return move.kind === "wish" && move.wish !== "report";
    });

    expect(wishes.length / stories.length).toBeLessThan(0.02);
  });
});

describe("without tone marks", () => {
  const marked = heldLines.filter(({ text }) => foldVietnamese(text) !== text.toLowerCase());
  const heard = marked.map(({ text, intent }) => ({
    intent,
    as: hear(text, "student", reports, intents),
    plainly: hear(foldVietnamese(text), "student", reports, intents),
  }));

  test("at most 8 in 100 lines are heard as something else", () => {
    const changed = heard.filter(({ as, plainly }) => nameOf(as.move) !== nameOf(plainly.move));

    expect(marked.length).toBeGreaterThan(90);
    expect(changed.length / marked.length).toBeLessThanOrEqual(0.08);
  });

  test("at most 3 in 100 dangers are not heard any more", () => {
    const dangers = heard.filter(({ intent, as }) => intent === "danger" && isAlarm(as));
    const lost = dangers.filter(({ plainly }) => !isAlarm(plainly));

    expect(lost.length / dangers.length).toBeLessThanOrEqual(0.03);
  });
});

test.each([
  "trường tiểu học Đoàn Thị Điểm",
  "THCS Trần Quốc Toản",
  "truong thpt phan dinh phung",
  "em học Lương Thế Vinh ạ",
  "cill cus",
  "trường TH&THCS Cill Cus",
  "mầm non Sơn Ca xã Lộc Thành",
  "thầy dạy thể dục",
  "hai bạn cùng tổ",
  "dì ghẻ",
  "chú xe ôm đầu hẻm",
  "tối hôm kia",
  "từ tuần trước tới giờ",
])("an answer to a question of ours is no wish: %s", (text) => {
  expect(hear(text, "student", reports, intents).move.kind).not.toBe("wish");
});
