import type { Model } from "./model.ts";

export const schoolCounsellingRoom: Model = {
  key: "school-counselling-room",
  topic: "counselling",
  readers: ["pupils", "parents"],
  ages: ["lower", "upper"],
  title: "Phòng tư vấn ở trường làm gì, và có giữ kín không?",
  sources: [
    "Thông tư số 18/2025/TT-BGDĐT ngày 15/9/2025 của Bộ Giáo dục và Đào tạo, hiệu lực từ 31/10/2025 (thay Thông tư 31/2017 và 33/2018)",
    "Luật Trẻ em số 102/2016/QH13, Điều 21, Điều 51",
    "Nghị định số 56/2017/NĐ-CP, Điều 25",
  ],
  checkedOn: "2026-11-30",
  unverified:
    "số điều về nguyên tắc bảo mật trong Thông tư 18/2025/TT-BGDĐT (nội dung đọc qua báo Dân trí ngày 22/9/2025); Thông tư có nói rõ trường hợp phải báo người khác hay không thì chưa đọc được, phần này dựa trên Điều 51 Luật Trẻ em và Điều 25 Nghị định 56",
  body: `Phòng tư vấn là nơi em ngồi nói chuyện với một người biết lắng nghe. Không cần có chuyện lớn mới được vào, và vào đó không phải bị phạt. Điều em kể được giữ kín, trừ khi em hoặc người khác đang gặp nguy hiểm.

## Em có thể nói chuyện gì
- Học hành, thi cử, chọn nghề.
- Bạn bè, tình cảm, gia đình.
- Buồn, lo, mất ngủ, bị bắt nạt, chuyện trên mạng.
- Chuyện của một người bạn mà em đang lo.

Chưa biết mở lời, em cứ nói: “Em không biết bắt đầu từ đâu.” Người tư vấn sẽ giúp em.

## Giữ kín đến đâu
- Thông tư 18/2025 của Bộ Giáo dục và Đào tạo đặt nguyên tắc: an toàn, bảo mật thông tin, học sinh tự nguyện và tự quyết định. Chuyện của em không phải để kể trước lớp.
- **Có lúc phải nói thêm với người khác**: khi em bị xâm hại, bị bạo lực, hoặc có người sắp gặp nguy hiểm. Khi đó thầy cô chỉ nói với người cần biết để bảo vệ em.
- Em có quyền hỏi ngay từ đầu: “Chuyện này thầy cô có phải nói với ai không?”
- Chuyện vượt quá sức của trường thì gia đình và trường cùng giúp em gặp bác sĩ hoặc chuyên gia.

## Nếu em ngại
- Nhờ giáo viên em tin hẹn giúp, hoặc rủ một bạn đi cùng.
- Trường chưa có phòng riêng thì hỏi thầy cô chủ nhiệm ai làm tư vấn.
- Viết vào hòm thư ẩn danh Trường An, hoặc gọi **111**, miễn phí ngày đêm.
- Đang nguy hiểm thì gọi **113** hoặc **115**, đừng chờ giờ hẹn.

## Gửi cha mẹ
Con đi tư vấn không có nghĩa là con hư hay cha mẹ dạy chưa khéo. Xin đừng bắt con thuật lại từng câu. Hỏi một câu là đủ: “Nói xong con có thấy nhẹ hơn không?”

Nguồn: Thông tư số 18/2025/TT-BGDĐT; Luật Trẻ em số 102/2016/QH13, Điều 21, Điều 51; Nghị định số 56/2017/NĐ-CP, Điều 25.
`,
};
