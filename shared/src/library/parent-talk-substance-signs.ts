import type { Model } from "./model.ts";

export const parentTalkSubstanceSigns: Model = {
  key: "parent-talk-substance-signs",
  topic: "drugs",
  readers: ["parents"],
  ages: [],
  title: "Thấy con có dấu hiệu dùng chất gây nghiện: cha mẹ bắt đầu từ đâu",
  sources: [
    "Luật Phòng, chống ma túy số 120/2025/QH15 ngày 10/12/2025, hiệu lực từ 1/7/2026",
    "Tổng đài điện thoại quốc gia bảo vệ trẻ em 111",
    "Khuyến nghị cho cha mẹ của Viện Nghiên cứu tâm lý người sử dụng ma túy (PSD) và trang phongchongmatuy.vn",
  ],
  checkedOn: "2026-11-30",
  unverified:
    "chưa đọc từng điều của Luật số 120/2025/QH15 (hình thức cai nghiện tự nguyện đọc qua báo chí); danh sách dấu hiệu là kiến thức chung, không phải tiêu chuẩn chẩn đoán",
  body: `Việc đầu tiên không phải là hỏi tội, mà là **giữ bình tĩnh để con còn muốn nói chuyện với mình**. Con thấy được giúp càng sớm, đường quay lại càng ngắn.

## Những thay đổi nên để ý
- Ngủ, ăn, tính nết khác hẳn và kéo dài; lúc lả đi, lúc hưng phấn lạ thường.
- Mắt đỏ, mùi lạ trên quần áo; có ống tinh dầu, đầu hút, gói bột con không giải thích được.
- Bỏ sở thích cũ, học sút, giấu bạn mới, hay thiếu tiền.

Một dấu hiệu chưa nói lên điều gì. Con buồn bã kéo dài hoặc bị bắt nạt cũng có thể như vậy. Đừng vội kết luận.

## Nói chuyện thế nào
- Chọn lúc con tỉnh táo, mình hết giận, chỉ có hai người.
- Bắt đầu từ điều mình thấy: “Mấy tuần nay mẹ thấy con ngủ ít và hay mệt. Mẹ lo. Có chuyện gì khó với con không?”
- Nghe nhiều hơn nói. Con nhận thì đáp: “Cảm ơn con đã nói thật.”
- Rõ ràng mà không dọa: “Bố mẹ không đồng ý với việc đó, và bố mẹ ở cùng con để dừng lại.”
- Tránh đánh, nhốt, đuổi khỏi nhà, kể với họ hàng, mắng trước mặt bạn con.

## Bước tiếp theo
- Đưa con gặp bác sĩ, tốt nhất là chuyên khoa tâm thần hoặc nơi tư vấn cai nghiện. Không tự mua thuốc, không nhốt con để cai. Nếu con đã lệ thuộc, pháp luật có hình thức cai nghiện tự nguyện: hỏi trạm y tế xã, phường.
- Nhờ thầy cô chủ nhiệm hoặc tư vấn cùng đỡ con. Gọi **111** để được tư vấn, miễn phí.
- Có người bán, ép hoặc dọa con: giữ lại tin nhắn, báo công an xã, phường hoặc gọi **113**.
- Con khó thở, co giật, lú lẫn, gọi không tỉnh: gọi **115** ngay, nói rõ nghi con đã dùng gì. Con nói không muốn sống: ở bên con và gọi **115**.

Cha mẹ cũng cần người đỡ mình. Hãy nói với một người thân mình tin.

Nguồn: Luật Phòng, chống ma túy số 120/2025/QH15.
`,
};
