import type { Model } from "./model.ts";

export const schoolRunParents: Model = {
  key: "school-run-parents",
  topic: "traffic",
  readers: ["parents"],
  ages: [],
  title: "Chở con đi học, đón con giờ tan trường: an toàn từ nhà tới cổng",
  sources: [
    "Luật Trật tự, an toàn giao thông đường bộ số 36/2024/QH15 ngày 27/6/2024, Điều 10 khoản 3, Điều 12, Điều 15, Điều 18, Điều 19, Điều 33",
    "Luật số 118/2025/QH15 ngày 10/12/2025, Điều 7 khoản 20 (lùi thời hạn thiết bị an toàn cho trẻ em trên ô tô tới 1/7/2026)",
  ],
  checkedOn: "2026-11-30",
  unverified:
    "lời khuyên cho trẻ dưới 6 tuổi (người lớn ngồi cùng hoặc đai, ghế) nêu như khuyến cáo, không nêu là luật; chưa đọc Nghị định số 238/2026/NĐ-CP nên không nêu mức phạt",
  body: `Mỗi ngày cha mẹ giữ an toàn cho con bằng hai việc rất nhỏ: **cả nhà đội mũ, con ngồi đúng chỗ** và **dừng xe đúng nơi ở cổng trường**. Sớm hơn năm phút là đủ để làm cả hai.

## Trên xe máy
- Cha mẹ và con đều đội mũ vừa đầu, cài quai, dù chỉ vài trăm mét.
- Thường chỉ chở một người; được chở hai khi có trẻ dưới 12 tuổi.
- Con ngồi phía sau, ôm người lái. Không đứng trên yên, không che ô.
- Con dưới 6 tuổi nên có người lớn ngồi cùng, hoặc dùng đai, ghế cho trẻ.
- Gọn quai cặp, khăn, vạt áo mưa để không cuốn vào bánh xe.

## Trên ô tô
- Trẻ dưới 10 tuổi và cao dưới 1,35 mét không ngồi cùng hàng ghế với người lái (trừ xe chỉ có một hàng ghế) và phải có thiết bị an toàn phù hợp. Quy định này áp dụng từ 1/7/2026.
- Nhìn trước, nhìn sau rồi mới mở cửa. Cho con xuống phía vỉa hè.
- Không để con một mình trong xe, dù chỉ một lát.

## Ở cổng trường
- Hẹn con một chỗ đón cố định, cùng bên đường với trường, cách cổng một đoạn.
- Dừng sát lề phải. Không dừng trên vạch qua đường, giữa lòng đường, chắn lối ra vào hay song song với xe khác.
- Gần trường thì đi chậm. Không quay đầu xe trên vạch dành cho người đi bộ.
- Đừng gọi con chạy sang. Cha mẹ sang dắt con.
- Nhờ người khác đón: báo trước cho con và cô chủ nhiệm, nói rõ ai đón.

Chỗ nào trước cổng trường hay nguy hiểm, xin báo nhà trường hoặc gửi qua Trường An. Gặp tai nạn, gọi **115** và **113**.

Nguồn: Luật Trật tự, an toàn giao thông đường bộ số 36/2024/QH15, Điều 10, 18, 19, 33; Luật số 118/2025/QH15.
`,
};
