import { identityHintsIn } from "@truong-an/shared/triage/reading/self-identification";
import { expect, test } from "vitest";

test.each([
  ["Em tên là Lan, bạn ấy đánh em.", ["name"]],
  ["tên em là Phúc", ["name"]],
  ["minh ten la hoa", ["name"]],
  ["Mình là Nguyễn An, học sinh ở đây.", ["name"]],
  ["Chào cô, em là Hạnh ạ.", ["name"]],
  ["Bạn học lớp 7A2 chặn em ở cổng.", ["class"]],
  ["lop 10 a1 hay bi bat nat", ["class"]],
  ["Nhóm bạn 9A3 tung ảnh.", ["class"]],
  ["Gọi cho em số 0912 345 678 nhé", ["phone"]],
  ["số zalo: +84.912.345.678", ["phone"]],
  ["Nick của em là sóc nâu", ["nickname"]],
  ["fb em tên Mây Trắng", ["name", "nickname"]],
  ["Zalo em: mây 2k9", ["nickname"]],
  ["nick zalo cua em la soc nau", ["nickname"]],
  ["biệt danh của mình là còi", ["nickname"]],
  ["Em tên Minh, lớp 8B, số 0987654321", ["name", "class", "phone"]],
])("%j hints at %j", (story, hints) => {
  expect(identityHintsIn(story)).toEqual(hints);
});

test.each([
  ["Ba bạn chặn đánh em sau giờ học, ngoài cổng trường."],
  ["Em là học sinh của trường."],
  ["Em không biết tên bạn ấy."],
  ["Bạn ấy lấy của em 20000 đồng, 3 lần rồi."],
  ["Chuyện xảy ra ngày 12/10/2026 lúc 15:30."],
  ["Trong lớp có 45 bạn."],
  ["Nick em bị lấy mất rồi, giờ họ nhắn bậy cho mọi người."],
  ["Trên fb em bị nói xấu, zalo của em cũng vậy."],
  ["Bạn ấy đặt biệt danh cho em."],
  [""],
])("%j hints at nothing", (story) => {
  expect(identityHintsIn(story)).toEqual([]);
});

test("words written with combining tone marks are read the same", () => {
  expect(identityHintsIn("Mình là Đức".normalize("NFD"))).toEqual(["name"]);
});
