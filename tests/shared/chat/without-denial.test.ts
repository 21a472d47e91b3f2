import { hear } from "@truong-an/shared/chat/hear";
import { weightsFrom } from "@truong-an/shared/triage/reading/weights";
import { trained } from "@truong-an/shared/triage/trained/weights";
import { expect, test } from "vitest";

const weights = weightsFrom(trained);

test.each([
  ["em không gặp nguy hiểm", null],
  ["em an toàn rồi", null],
  ["em khong sao dau a", null],
  ["em hết bị rồi ạ", null],
  ["bạn em không sao", null],
  ["không phải em, là bạn em", null],
  ["em chưa bị gì", null],
  ["em ổn ạ", null],
  ["là em", "me"],
  ["em đang bị đánh", "me"],
  ["có bạn đang bị đánh", "someone"],
  ["em không biết", "unsure"],
  ["không ai cả", "no"],
] as const)("“%s” as to who is in danger: %s", (text, danger) => {
  expect(hear(text, "student", weights).danger).toBe(danger);
});

test.each([
  "không muốn gửi nữa",
  "thôi em sợ lắm không gửi đâu",
  "thôi em không muốn gửi phản ánh nữa",
  "em đổi ý rồi ạ đừng gửi nhé",
  "em không muốn báo nữa đâu",
])("“%s” is heard as a wish to stop", (text) => {
  expect(hear(text, "student", weights).move).toEqual({ kind: "wish", wish: "stop" });
});

test.each([
  ["không phải thầy cô, là bạn cùng lớp", null],
  ["đâu phải bố em đâu", null],
  ["thầy chủ nhiệm", "staff"],
  ["mấy bạn lớp trên", "peer"],
  ["em không biết ai", "unknown"],
  ["không có ai", "none"],
] as const)("“%s” as to who did it: %s", (text, accused) => {
  expect(hear(text, "student", weights).accused).toBe(accused);
});
