import type { Model } from "./model.ts";

export const fireEscapeSchoolApartment: Model = {
  key: "fire-escape-school-apartment",
  topic: "fire",
  readers: ["pupils"],
  ages: ["lower"],
  title: "Thoát nạn khi cháy ở trường và chung cư: biết lối, cúi thấp, đóng cửa",
  sources: [
    "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ số 55/2024/QH15 ngày 29/11/2024",
    "Khuyến cáo kỹ năng thoát nạn của Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ (C07), Bộ Công an",
  ],
  checkedOn: "2026-11-30",
  unverified:
    "lời khuyên thử cửa bằng mu bàn tay, ở lại căn hộ khi hành lang đầy khói và đếm số cửa là hướng dẫn chung, chưa đọc nguyên văn trong tài liệu của C07",
  body: `Thoát được nhờ hai điều: **biết trước lối ra** và **đi ngay khi nghe báo động**. Khói thường nguy hiểm hơn lửa và lan rất nhanh, nên đừng chờ xem có cháy thật không.

## Hôm nay em thử tìm
- Ở lớp: lối ra gần nhất và lối thứ hai, chuông báo cháy, điểm tập trung ở sân.
- Ở chung cư: cầu thang bộ thoát nạn. Đếm từ cửa nhà em tới đó có mấy cánh cửa, để trong khói vẫn lần ra được.

## Khi chuông kêu ở trường
- Để cặp lại, đi theo thầy cô, không chạy, không xô.
- Bạn nào đau chân, đi chậm: báo thầy cô để có người dìu.
- Tới điểm tập trung thì điểm danh. Thiếu ai, báo ngay; không tự quay vào tìm.
- Em thấy cháy đầu tiên: hô to, bấm chuông, báo thầy cô, gọi **114**.

## Khi cháy ở chung cư
- Sờ cửa bằng mu bàn tay. Không nóng, ngoài hành lang ít khói: cúi thấp, khăn ướt che mũi, đi xuống bằng cầu thang bộ. Ra khỏi cửa nào, khép cửa đó để chặn khói. **Không đi thang máy.**
- Cửa nóng hoặc hành lang đầy khói: ở lại trong nhà, đóng cửa, chèn khe bằng khăn ướt, ra ban công hoặc cửa sổ vẫy khăn. Gọi **114**, nói rõ tòa nhà, tầng mấy, căn nào, còn ai.
- Không nấp trong tủ, gầm giường, nhà vệ sinh. Không nhảy từ tầng cao.

## Giữ cho lối thoát luôn mở
- Không nghịch chuông báo cháy, bình chữa cháy.
- Thấy cửa thoát nạn bị khóa, cầu thang chất đầy đồ, bình chữa cháy hỏng: báo thầy cô, cha mẹ, hoặc gửi phản ánh trong Trường An. Đó không phải mách lẻo. Đó là giúp mọi người.

Có người bị thương hay ngạt khói, gọi **115**.

Nguồn: Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ số 55/2024/QH15; khuyến cáo của Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ.
`,
};
