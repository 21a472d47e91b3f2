import { type Flag, findingsIn, publishedWords } from "@truong-an/shared/bulletin-check";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const found: readonly (readonly [string, Flag, string])[] = [
  ["Chúc mừng em Trâm đã trả lại ví.", "person", "em Trâm"],
  ["Cháu Nguyễn Văn An nhặt được của rơi.", "person", "Cháu Nguyễn Văn An"],
  ["Bạn Bình bị trêu.", "person", "Bạn Bình"],
  ["Nữ sinh H. bị đánh.", "person", "Nữ sinh H"],
  ["Học sinh Lê Thị Ánh Tuyết đạt giải.", "person", "Học sinh Lê Thị Ánh Tuyết"],
  ["Khen Trần Thị Mai đã cứu bạn.", "person", "Trần Thị Mai"],
  ["Khen K'Brèo đã cứu bạn.", "person", "K'Brèo"],
  ["Khen Ka Thùy.", "person", "Ka Thùy"],
  ["Em là con chị Hoa ở chợ.", "person", "con chị Hoa"],
  ["Tập thể lớp 7A2 tham gia.", "class", "lớp 7A2"],
  ["Lớp 10/3 trực nhật.", "class", "Lớp 10/3"],
  ["Lớp 9 A đạt giải.", "class", "Lớp 9 A"],
  ["Các bạn 8A1 và 8A3.", "class", "8A3"],
  ["Gọi 0912 345 678 gặp mẹ em.", "phone", "0912 345 678"],
  ["Gọi 0912.345.678.", "phone", "0912.345.678"],
  ["Gọi +84912345678.", "phone", "+84912345678"],
  ["Viết cho be.an@gmail.com nhé.", "email", "be.an@gmail.com"],
  ["Nhà ở số nhà 12 đường Hùng Vương.", "address", "số nhà 12"],
  ["Em ở hẻm 12/3.", "address", "hẻm 12/3"],
  ["Nhà em ở thôn Phúc Thọ.", "address", "thôn Phúc Thọ"],
  ["Em ở thôn 4.", "address", "thôn 4"],
  ["CCCD 068213004567.", "id_number", "068213004567"],
  ["Em sinh ngày 12/3/2013.", "birth", "sinh ngày 12/3/2013"],
  ["Một em (13 tuổi) bị nạn.", "birth", "(13 tuổi"],
  ["Nạn nhân đã được đưa về nhà.", "case", "Nạn nhân"],
  ["Khoảng tối, hồi 19 giờ 30 ngày 12/11, tại cổng trường.", "case", "hồi 19 giờ 30 ngày 12/11"],
];

const quiet = [
  "Học sinh lớp 7 đội mũ bảo hiểm khi ngồi xe máy.",
  "Học sinh Trường TH&THCS Cill Cus tham gia ngày hội.",
  "Học sinh Việt Nam có quyền được an toàn.",
  "Gọi 111, 113, 114, 115 miễn phí.",
  "Tổng đài 1800 1567 hoặc số máy bàn 0263 000 0102 của Công an xã.",
  "Nguồn: Luật Trẻ em số 102/2016/QH13, Nghị quyết số 173/2024/QH15.",
  "Từ ngày 01/01/2025, cấm thuốc lá điện tử. Phạt đến 2.000.000 đồng.",
  "Đồng bào K'Ho ở xã Nam Ban Lâm Hà.",
  "Hộp thư gopy@lamdong.gov.vn luôn mở.",
  "Trẻ em dưới 16 tuổi không lái xe gắn máy.",
  "Kể với người lớn tin em\nAi cũng được.",
  "Em nhớ nói với người lớn mà em tin.",
  "Lễ phát động lúc 7 giờ ngày 5/12 tại sân trường.",
  "Tổ 2 người cùng đi về.",
  "Xem thêm tại https://vbpl.vn/pages/vbpq-toanvan.aspx?ItemID=118814.",
];

describe("the check before approval", () => {
  test.each(found)("%s: %s", (text, flag, words) => {
    expect(findingsIn(text)).toContainEqual({ flag, words });
  });

  test.each(quiet)("finds nothing in: %s", (text) => {
    expect(findingsIn(text)).toEqual([]);
  });

  test("reads letters and marks that a keyboard writes apart", () => {
    expect(findingsIn("em Trâm lớp 7A2".normalize("NFD")).map(({ flag }) => flag)).toEqual([
      "person",
      "class",
    ]);
  });

  test("reads every word that will be published, the picture's too", () => {
    const bulletin = {
      title: "Đi bộ an toàn",
      body: "Đi sát lề.",
      cover: { alt: "Em Trâm lớp 7A2" },
    };

    expect(findingsIn(publishedWords(bulletin)).map(({ flag }) => flag)).toEqual([
      "person",
      "class",
    ]);
    expect(findingsIn(publishedWords({ ...bulletin, cover: null }))).toEqual([]);
  });

  test("tells the same words once", () => {
    expect(findingsIn("Cháu Nguyễn Văn An và cháu Nguyễn Văn An.")).toHaveLength(2);
    expect(findingsIn("lớp 7A2, lớp 7A2, 7A2")).toHaveLength(1);
  });

  test("more words around it hide nothing", () => {
    const around = fc.constantFrom("", "Hôm nay. ", "Xin chào các em. ", "\n\n", "- ");
    fc.assert(
      fc.property(around, around, fc.constantFrom(...found), (before, after, [text, flag]) => {
        const flags = findingsIn(`${before}${text} ${after}`).map((finding) => finding.flag);

        expect(flags).toContain(flag);
      }),
    );
  });

  test("a long text is read at once", () => {
    const long = "Nguyễn ".repeat(1_700);

    expect(() => findingsIn(long)).not.toThrow();
  });
});
