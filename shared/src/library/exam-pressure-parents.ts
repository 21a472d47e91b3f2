import type { Model } from "./model.ts";

export const examPressureParents: Model = {
  key: "exam-pressure-parents",
  topic: "counselling",
  readers: ["parents"],
  ages: [],
  title: "Mùa thi: cha mẹ giúp con bớt áp lực thế nào",
  sources: [
    "National Sleep Foundation (Hoa Kỳ): 6–13 tuổi ngủ 9–11 giờ, 14–17 tuổi ngủ 8–10 giờ",
    "Beyond Blue (Úc): hỏi thẳng về ý nghĩ không muốn sống",
    "Nghị định số 56/2017/NĐ-CP, Điều 22 khoản 7, Điều 23 (111 tư vấn cho cả cha mẹ)",
  ],
  checkedOn: "2026-11-30",
  unverified: null,
  body: `Con vào phòng thi nhẹ lòng hơn khi biết chắc một điều: điểm cao hay thấp, ở nhà vẫn có người thương. Cha mẹ không làm bài thay con được, nhưng giữ được cho con giấc ngủ, bữa cơm và một người chịu nghe.

## Nên làm
- **Giữ giấc ngủ.** Tuổi 14–17 cần khoảng 8–10 giờ mỗi đêm, nhỏ hơn thì cần nhiều hơn. Nhắc con tắt đèn, đừng khen con thức khuya.
- Giữ bữa ăn như thường ngày; mỗi ngày cho con vận động một lúc.
- Hỏi “Hôm nay phần nào làm con mệt nhất?”, rồi nghe, chưa vội khuyên.
- Cùng con chia việc lớn thành việc nhỏ, mỗi tối một mục tiêu vừa sức.
- Khen sự cố gắng: “Cả tuần nay con học rất đều.”
- Bàn trước một hướng khác, để con thấy sau kỳ thi nào cũng còn đường đi.

## Nên tránh
- So sánh với anh chị, bạn bè, “con nhà người ta”.
- Những câu như “Cả nhà trông vào con”, “Trượt thì biết tay”.
- Hỏi điểm, hỏi đáp án khi con vừa bước ra khỏi phòng thi.

## Dấu hiệu cần giúp thêm
Con mất ngủ nhiều đêm, bỏ ăn, hay đau bụng, đau đầu, hoảng sợ, khóc nhiều, nói mình vô dụng hay muốn biến mất.
- Ngồi xuống bên con, hỏi nhẹ mà thẳng: “Có khi nào con không muốn sống nữa không?” Câu hỏi ấy không gieo thêm ý nghĩ xấu; nó cho con biết có người nghe được.
- Nếu con nói có: **không để con một mình**, cất xa những thứ có thể gây hại, gọi **115** hoặc đưa con tới cơ sở y tế.
- Báo thầy cô chủ nhiệm, thầy cô tư vấn. Gọi **111**, miễn phí ngày đêm, tư vấn cho cả cha mẹ.

## Ngày có điểm
Kết quả ra sao cũng xin ôm con trước. Chuyện chọn trường, chọn lối đi để hôm sau, khi cả nhà đã bình tĩnh.
`,
};
