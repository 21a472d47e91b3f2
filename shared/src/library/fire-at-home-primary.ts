import type { Model } from "./model.ts";

export const fireAtHomePrimary: Model = {
  key: "fire-at-home-primary",
  topic: "fire",
  readers: ["pupils"],
  ages: ["primary"],
  title: "Nhà có cháy: ba việc em làm ngay",
  sources: [
    "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ số 55/2024/QH15 ngày 29/11/2024",
    "Khuyến cáo kỹ năng thoát nạn của Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ (C07), Bộ Công an",
  ],
  checkedOn: "2026-11-30",
  unverified:
    "cách “dừng lại, nằm xuống, lăn” và thử cửa bằng mu bàn tay là hướng dẫn chung, chưa đọc trong văn bản của C07",
  body: `Thấy lửa, thấy khói, em nhớ ba việc: **hô to, ra ngoài, gọi 114**. Em không dập lửa. Em không trốn. Đồ chơi, cặp sách cứ để lại.

## Ba việc làm ngay
- **Hô to**: “Cháy! Cháy!” Gọi cả nhà cùng ra.
- **Ra ngoài** bằng lối gần nhất. Không đi thang máy. Có khói thì em cúi thật thấp, lấy khăn hay áo che mũi và miệng. Có khăn ướt thì càng tốt.
- **Gọi 114** khi em đã ở chỗ an toàn. Em nói: nhà em bị cháy, nhà em ở đâu, còn ai ở trong. Người nghe máy chưa bảo tắt thì em chưa tắt. Không có điện thoại, em nhờ hàng xóm.

Ra được rồi thì **không quay vào nữa**. Còn người trong nhà, em chỉ cho chú cứu hỏa.

## Nếu em chưa ra được
- Sờ cửa bằng mu bàn tay. Cửa nóng thì đừng mở.
- Vào phòng có cửa sổ, xa chỗ cháy. Đóng cửa lại. Lấy khăn, chăn ướt chặn khe cửa.
- Ra cửa sổ, vẫy khăn sáng màu và gọi thật to.
- Không chui gầm giường. Không nấp trong tủ. Ở đó chú cứu hỏa khó thấy em.
- Áo quần bắt lửa: em **dừng lại, nằm xuống, lăn** qua lăn lại, hai tay che mặt.

## Tối nay, em cùng cha mẹ
- Tìm hai lối ra khỏi nhà.
- Chọn một chỗ hẹn ở ngoài sân.
- Học thuộc số **114** và nhà mình ở đâu.
- Tập một lần, từ giường ra tới chỗ hẹn.

Em không nghịch diêm, bật lửa, bếp ga. Thấy dây điện hở, ổ điện có mùi khét, em báo người lớn ngay nhé.

Nguồn: Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ số 55/2024/QH15; khuyến cáo của Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ.
`,
};
