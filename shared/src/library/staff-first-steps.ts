import type { Model } from "./model.ts";

export const staffFirstSteps: Model = {
  key: "staff-first-steps",
  topic: "violence",
  readers: ["staff"],
  ages: [],
  title: "Thầy cô: nhận ra bạo lực học đường và những bước đầu tiên",
  sources: [
    "Nghị định số 80/2017/NĐ-CP ngày 17/7/2017, Điều 6 khoản 2",
    "Nghị định số 56/2017/NĐ-CP ngày 09/5/2017, Điều 24, Điều 25 khoản 1, Điều 26 khoản 3",
    "Luật Trẻ em số 102/2016/QH13, Điều 1, Điều 6 khoản 7, Điều 51 khoản 1",
  ],
  checkedOn: "2026-11-30",
  unverified:
    "lời văn của khoản 3 Điều 6 Nghị định 80/2017/NĐ-CP (các bước khi bạo lực đã xảy ra) chưa đọc được bản gốc, nên các bước ấy viết như việc nên làm, không viện dẫn luật; tên cơ quan phụ trách trẻ em sau sắp xếp năm 2025 chưa rõ nên không nêu",
  body: `Không cần chắc chắn rồi mới hành động. Thấy dấu hiệu đáng lo, thầy cô giữ học sinh an toàn, ghi lại và báo người phụ trách ngay trong ngày. Ba điều xin tránh: hứa giữ kín tuyệt đối, tự điều tra, bắt hai bên đối chất.

## Dấu hiệu đáng để ý
- Vết thương, đồ hỏng, mất tiền mà lời giải thích không khớp.
- Sợ giờ ra chơi, sợ nhà vệ sinh, hay nghỉ học, kết quả tụt nhanh.
- Thu mình, hoặc bỗng dễ nổi nóng.
- Bị cả nhóm cười cợt, xa lánh.

## Những phút đầu
- Tách các em, ở lại với em bị đánh, gọi y tế trường. Bị thương nặng: **115**. Còn nguy hiểm: **113**.
- Nghe ở chỗ riêng, hỏi câu mở, ghi đúng lời em. Không bắt em kể đi kể lại.
- Nói thật: “Thầy phải nói với người có trách nhiệm để em được an toàn, và chỉ nói với người cần biết.”
- Báo hiệu trưởng và tổ tư vấn; báo sớm cho gia đình. Nghi người gây hại ở trong nhà thì gọi **111** hỏi trước.
- Không sao chép ảnh nhạy cảm, không đưa chuyện lên nhóm chat.
- Quan tâm cả em đã gây ra chuyện.

## Quy định cần nhớ
- **Nghị định 80/2017, Điều 6**: trường phát hiện kịp thời, đánh giá nguy cơ, tư vấn, kể cả với em có nguy cơ gây bạo lực.
- **Nghị định 56/2017, Điều 25**: biết trẻ em (dưới 16 tuổi) bị xâm hại hoặc có nguy cơ, phải báo ngay 111, công an hoặc Ủy ban nhân dân cấp xã nơi xảy ra việc.
- **Điều 26**: khi trẻ bị hoặc có nguy cơ bị tổn hại nghiêm trọng về tính mạng, sức khỏe, nhân phẩm, nơi có thẩm quyền phải can thiệp khẩn cấp trong **12 giờ** từ khi nhận tin. Xin đừng để sang hôm sau.

Với thư ẩn danh trong Trường An: lo việc được kể, không tìm người viết.

Nguồn: Nghị định số 80/2017/NĐ-CP, Điều 6; Nghị định số 56/2017/NĐ-CP, Điều 24, 25, 26; Luật Trẻ em số 102/2016/QH13, Điều 51.
`,
};
