import type { Model } from "./model.ts";

export const safeChargingAtHome: Model = {
  key: "safe-charging-at-home",
  topic: "fire",
  readers: ["parents"],
  ages: [],
  title: "Sạc xe điện, pin dự phòng, ổ cắm: thói quen nhỏ giữ nhà khỏi cháy",
  sources: [
    "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ số 55/2024/QH15 ngày 29/11/2024, Điều 24 khoản 1 điểm c, d",
    "Khuyến cáo an toàn khi sạc xe điện của Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ (C07), Bộ Công an, tháng 5/2024",
    "Khuyến cáo của Phòng Cảnh sát giao thông (PC08) Công an TP. Hồ Chí Minh, tháng 8/2025",
  ],
  checkedOn: "2026-11-30",
  unverified:
    "chưa đọc phần sửa Luật 55/2024/QH15 trong Luật số 118/2025/QH15 (Điều 10) xem có chạm tới Điều 24 không; năm của khuyến cáo C07 suy từ trang báo; lời khuyên về pin dự phòng và ổ cắm là hướng dẫn an toàn chung",
  body: `Nhiều vụ cháy nhà bắt đầu từ điện. Ba thói quen đáng giữ nhất: **không sạc khi cả nhà ngủ hoặc đi vắng, không sạc ở lối ra, không cắm quá nhiều thứ vào một ổ**.

## Xe điện
- Dùng đúng bộ sạc của xe. Luật chỉ cho phép dùng thiết bị sạc đạt quy chuẩn kỹ thuật quốc gia, và nơi sạc trong nhà phải có giải pháp an toàn về phòng cháy.
- Đi về, để xe nguội chừng 20 phút rồi mới cắm. Đầy thì rút.
- Chọn chỗ thoáng, xa bếp, xa xăng và đồ dễ cháy, không chắn cửa và cầu thang.
- Không tự độ, tự thay pin. Pin phồng, nứt, có mùi lạ hay nóng khác thường: thôi sạc, gọi nơi bảo hành.
- Ở trọ, ở chung cư: hỏi chủ nhà hoặc ban quản lý chỗ sạc riêng.

## Điện thoại, pin dự phòng
- Không sạc trên giường, dưới gối, trong cặp.
- Không để pin dự phòng dưới nắng hay trong cốp xe nóng.
- Pin phồng, rơi mạnh, ngấm nước thì đừng dùng nữa. Gửi nơi thu gom pin cũ, không chọc, không đốt.

## Ổ cắm
- Bếp điện, ấm đun, lò sưởi cắm ổ riêng. Không nối ổ này sang ổ kia.
- Ổ nóng, lỏng, xém đen: ngắt điện và gọi thợ.

## Khi thấy khói, lửa
- Ngắt cầu dao nếu với tới an toàn. Không tạt nước vào đồ đang có điện.
- Pin xe bốc cháy tỏa khói độc và có thể cháy lại. Đừng cố dập: đưa cả nhà ra, khép cửa, gọi **114**. Có người bị thương, gọi **115**.

Tối nay, xin cha mẹ cùng con xem một vòng quanh nhà, và thử mở lối ra thứ hai.

Nguồn: Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ số 55/2024/QH15, Điều 24; khuyến cáo của Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ.
`,
};
