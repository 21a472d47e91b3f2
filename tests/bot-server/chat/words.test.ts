import { dangerWords } from "@truong-an/bot-server/text/chat-danger-vi";
import { receiptWords, unwordedStory } from "@truong-an/bot-server/text/chat-report-vi";
import { chatWords } from "@truong-an/bot-server/text/chat-vi";
import { topicChoices } from "@truong-an/shared/chat/choices";
import { moveOfPayload } from "@truong-an/shared/chat/payloads";
import { Phrase } from "@truong-an/shared/chat/phrase";
import { SchoolId } from "@truong-an/shared/ids";
import { expect, test } from "vitest";

const schoolId = SchoolId.parse("11111111-1111-4111-8111-111111111111");
const longName = "Trường Trung học phổ thông chuyên ".padEnd(180, "Ầ");
const known = {
  appLink: "https://zalo.me/s/1234567890123456789/",
  nameOf: () => longName,
  lines: Array.from({ length: 8 }, () => ({
    title: "Ầ".repeat(200),
    url: `https://zalo.me/g/${"a".repeat(60)}`,
  })),
  areGroupsHeldBack: true,
};
const schools = Array.from({ length: 5 }, () => schoolId);
const followings = Array.from({ length: 12 }, () => ({ schoolId, topic: "drugs" as const }));
const fields = {
  schoolId,
  bulletinId: "22222222-2222-4222-8222-222222222222",
  schools,
  followings,
  isMore: true,
  purpose: "report",
  topic: "drugs",
  outcome: "linked",
  isTelling: false,
  unanswered: "sent",
  hasReceipt: false,
};
const helps = [
  ...["life", "violence", "abuse", "home", "missing", "fire", "illness", "unclear"].map(
    (topic) => ({
      kind: "call",
      topic,
    }),
  ),
  ...["life", "people", "hazard"].map((about) => ({ kind: "talk", about })),
];

/** Every phrase there is, with as much in it as it can hold. */
const phrases = Phrase.options.flatMap((schema) => {
  const names = Object.keys(schema.shape);
  const say = [...schema.shape.say.values][0];
  const all = names.includes("help") ? helps.map((help) => ({ help })) : [{}];
  return all.map((more) => {
    const given = { say, ...fields, ...more };
    return Phrase.parse(
      Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name))),
    );
  });
});

test.each(phrases.map((phrase) => [JSON.stringify(phrase).slice(0, 70), phrase] as const))(
  "%s keeps Zalo's limits, and every button says something we understand",
  (_name, phrase) => {
    const { text, buttons } = chatWords(phrase, known);

    expect(text).toBe(text.normalize("NFC"));
    expect(text.length).toBeGreaterThan(10);
    expect(text.length).toBeLessThan(2_000); // at 2,000 something would have been cut off
    expect(buttons.length).toBeLessThanOrEqual(5);
    for (const button of buttons) {
      expect(button.title.length).toBeLessThanOrEqual(100);
      expect("says" in button ? moveOfPayload(button.says) : "fine").toBeDefined();
    }
  },
);

test("danger names 113, 111 and 115 in words and on buttons, and offers the form", () => {
  const dangers = phrases.filter((phrase) => phrase.say === "danger");

  for (const phrase of dangers) {
    const { text, buttons } = chatWords(phrase, known);
    const dials = buttons.flatMap((button) => ("dials" in button ? [button.dials] : []));
    expect(text).toMatch(/113[\s\S]*111[\s\S]*115/);
    expect(dials).toEqual(expect.arrayContaining(["113", "111", "115"]));
    expect(buttons.some((button) => "url" in button && button.url === known.appLink)).toBe(true);
  }
  expect(dangers).toHaveLength(helps.length);
});

test("the warning says plainly who can see, and where nobody does", () => {
  const { text, buttons } = chatWords({ say: "report-warning" }, known);

  expect(text).toMatch(/Người quản lý trang này và Zalo thấy được/);
  expect(buttons[0]).toMatchObject({ url: known.appLink });
});

test("the warning says who keeps the receipt that comes in the chat", () => {
  const { text } = chatWords({ say: "report-warning" }, known);

  expect(text).toMatch(/mã tra cứu[\s\S]*Xóa trên máy bạn không xóa được ở phía họ/);
});

test("nobody who tells is sent to the menu by a number, or promised that somebody reads", () => {
  const all = phrases.map((phrase) => chatWords(phrase, known).text);
  const telling = dangerWords({ help: { kind: "call", topic: "life" }, isTelling: true }, known);

  expect(all.filter((text) => /gõ 2\b/.test(text))).toEqual([]);
  expect(all.filter((text) => /vẫn đọc đây|không ai biết bạn là ai/.test(text))).toEqual([]);
  expect(telling.text).toContain("cứ kể tiếp ở đây");
});

test("danger that was chosen and not told goes as a sentence which says whose it is", () => {
  expect(unwordedStory("me")).toMatch(/hệ thống ghi[\s\S]*tôi đang gặp nguy hiểm/);
});

test("every topic has its number", () => {
  const { text } = chatWords({ say: "choose-topic", schoolId }, known);

  expect(text).toContain(`${topicChoices.length}. `);
});

test("the receipt stands in its message in five groups", () => {
  expect(receiptWords("1234 5678 9012 3456 7890", false).text).toContain(
    "1234 5678 9012 3456 7890",
  );
});
