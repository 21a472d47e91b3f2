import type { Model } from "./model.ts";

export const sadnessThatStays: Model = {
  key: "sadness-that-stays",
  topic: "counselling",
  readers: ["pupils"],
  ages: ["lower", "upper"],
  title: "Buồn lâu, muốn biến mất: em không phải chịu một mình",
  sources: [
    "Nghị định số 56/2017/NĐ-CP, Điều 22 khoản 7, Điều 23 (tổng đài 111 tư vấn tâm lý, miễn phí, 24 giờ)",
    "Thông tư số 18/2025/TT-BGDĐT ngày 15/9/2025 (tư vấn học đường)",
    "Bệnh viện Đại học Y Dược TP.HCM, Viện Y học ứng dụng Việt Nam: dấu hiệu trầm cảm tuổi vị thành niên (kéo dài từ hai tuần)",
    "Beyond Blue (Úc): giúp người trẻ có ý nghĩ không muốn sống",
  ],
  checkedOn: "2026-11-30",
  unverified: null,
  body: `Nếu em đang nghĩ đến việc làm đau mình hay không muốn sống nữa, **đừng ở một mình lúc này**. Hãy đến bên một người lớn, hoặc gọi **111**, **115** ngay. Chỉ cần nói: “Em đang không ổn, xin ở lại với em.” Em không làm phiền ai cả.

## Khi nào nên nói ra
Ai cũng có ngày buồn. Em nên kể với người lớn khi:
- Buồn, trống rỗng hay cáu gắt gần như mỗi ngày, đã khoảng hai tuần;
- Không còn vui với điều mình từng thích;
- Khó ngủ hoặc ngủ suốt, ăn không được, học không vào;
- Thấy mình vô dụng, là gánh nặng.

Còn khi có ý nghĩ muốn chết, em đừng đợi: kể ngay hôm nay. Đó không phải yếu đuối. Đó là lúc cần được chăm sóc, như khi bị ốm.

## Nói với ai
- Người lớn em thấy dễ nói nhất: cha mẹ, ông bà, anh chị, thầy cô.
- Thầy cô tư vấn hoặc nhân viên y tế của trường.
- **111**: miễn phí, cả ngày lẫn đêm.
- Bác sĩ. Nỗi buồn kéo dài có thể chữa được.

Không biết mở lời thì nói: “Dạo này em buồn nhiều, em sợ ý nghĩ của mình.” Hoặc viết ra giấy, đưa cho họ. Nếu người đầu tiên chưa hiểu, em nói với người thứ hai.

Hòm thư ẩn danh Trường An có người đọc, nhưng có thể không trả lời ngay. Lúc khó nhất, em hãy gọi điện hoặc tìm người ở gần.

## Nếu bạn em nói muốn biến mất
- Tin bạn, nghe bạn, đừng trách, đừng bảo “có gì đâu”.
- Đừng hứa giữ bí mật. Báo ngay cho một người lớn.
- Ở bên bạn đến khi có người lớn tới. Em không phải tự mình cứu bạn, em chỉ cần gọi người giúp.

Em đọc đến đây là đã rất cố gắng rồi. Bước tiếp theo chỉ là nói với một người.
`,
};
