import type { Model } from "./model.ts";

export const goodDeedTemplate: Model = {
  key: "good-deed-template",
  topic: "good_deeds",
  readers: ["staff"],
  ages: [],
  title: "Kể một việc tốt mà không lộ em là ai: mẫu bài cho thầy cô",
  sources: [
    "Luật Trẻ em số 102/2016/QH13, Điều 6 khoản 11, Điều 21",
    "Nghị định số 56/2017/NĐ-CP, Điều 33, Điều 36 khoản 1",
  ],
  checkedOn: "2026-11-30",
  unverified: null,
  body: `Một việc tốt kể khéo làm cả trường muốn làm theo. Nhưng tên, lớp, ảnh, hoàn cảnh của học sinh là thông tin riêng tư, và không phải em nào cũng muốn được chú ý. Mẫu dưới đây kể **việc làm** mà không để lộ **người làm**.

## Bài mẫu (chuyện minh họa)
**Chiếc ví về với chủ**

Một buổi tan học, có chiếc ví nằm lại trên sân trường. Một bạn học sinh nhặt được. Bạn không chờ ai khen, mang ngay tới phòng bảo vệ. Trước khi trời tối, chiếc ví đã về với người mất.

Hỏi vì sao bạn làm thế, bạn chỉ cười: “Em cũng từng mất đồ, em biết cảm giác đó.”

Nhà trường cảm ơn bạn. Bạn biết mình là ai, thế là đủ. Còn em, hôm nay em thấy ai làm một điều tốt? Em thử nói với người ấy một lời cảm ơn nhé.

## Bốn điều kiểm trước khi đăng
- Không có tên, biệt danh, lớp, tuổi, ảnh, giọng nói, nơi ở, ngày giờ chính xác.
- Không kể hoàn cảnh gia đình, sức khỏe, điểm số, cũng không để lộ người được giúp.
- Đã hỏi em và cha mẹ, cả hai bên đều vui lòng. Một người ngần ngại thì không đăng.
- Đọc lại như một bạn cùng lớp: có đoán ra không? Nếu có, bỏ bớt chi tiết hoặc gộp vài việc tốt vào một bài.

## Viết cho ấm
- Một việc làm, một cảm xúc, một lời mời làm theo. Khoảng 100 chữ là vừa.
- Không so em này với em khác, không gọi là “anh hùng”.
- **Không bao giờ** viết về người đã gửi phản ánh qua Trường An.
- Muốn khen đích danh thì khen riêng: một tấm thiệp, một lời nhắn cho gia đình.

Nguồn: Luật Trẻ em số 102/2016/QH13, Điều 6, Điều 21; Nghị định số 56/2017/NĐ-CP, Điều 33, Điều 36.
`,
};
