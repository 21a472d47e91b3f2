import type { Model } from "./model.ts";

export const privatePhotoThreat: Model = {
  key: "private-photo-threat",
  topic: "online_safety",
  readers: ["pupils"],
  ages: ["lower", "upper"],
  title: "Bị dọa tung ảnh riêng tư: em không có lỗi và không phải lo một mình",
  sources: [
    "Luật Trẻ em số 102/2016/QH13 ngày 05/4/2016, Điều 21, Điều 25, Điều 54",
    "Nghị định số 56/2017/NĐ-CP ngày 09/5/2017, Điều 23 (tổng đài miễn phí, 24 giờ), Điều 36 khoản 3 (quyền yêu cầu xóa), Điều 37",
    "Take It Down, Trung tâm quốc gia về trẻ em mất tích và bị bóc lột Hoa Kỳ (NCMEC), trang tiếng Việt takeitdown.ncmec.org/vi",
  ],
  checkedOn: "2026-11-30",
  unverified:
    "địa chỉ trang đầu https://takeitdown.ncmec.org/vi/ (mới thấy trang câu hỏi thường gặp tiếng Việt cùng tên miền, chưa mở trực tiếp); Luật Trẻ em và Nghị định 56 đọc theo bản pháp điển tháng 5/2026, chưa rõ có sửa đổi sau đó không",
  body: `Nếu ai đó dọa đăng ảnh hay video riêng tư của em để đòi tiền, đòi thêm ảnh hoặc ép em làm điều gì, **người sai là người đe dọa**, không phải em. Dù em đã tự gửi ảnh, dù đó là ảnh ghép, em vẫn được giúp. Việc quan trọng nhất là kể ngay với một người lớn em tin.

## Làm ngay
- **Dừng lại.** Không gửi thêm ảnh, không chuyển tiền. Làm theo lời dọa thường chỉ khiến họ đòi thêm.
- **Giữ bằng chứng.** Chụp màn hình lời dọa, tên tài khoản, đường dẫn. Đừng xóa tin nhắn. Đừng chuyển tấm ảnh riêng tư cho ai nữa.
- **Chặn và báo cáo** tài khoản đó, sau khi đã chụp lại.
- **Kể với người lớn.** Khó nói thì em đưa máy cho họ đọc, hoặc bắt đầu bằng: “Con gặp chuyện trên mạng, con cần giúp.”

## Gọi ai
- **111**: bảo vệ trẻ em, miễn phí, cả ngày lẫn đêm.
- **113** hoặc công an nơi em ở: khi bị đòi tiền, bị ép gặp mặt, bị dọa làm hại.
- Chưa dám nói trực tiếp, em có thể viết vào hòm thư ẩn danh Trường An. Đừng gửi ảnh riêng tư vào đó. Việc gấp thì gọi, đừng chờ thư trả lời.

## Nếu ảnh đã bị đăng
- Báo cáo bài đăng với ứng dụng. Trẻ em từ đủ 7 tuổi và cha mẹ có quyền yêu cầu xóa thông tin riêng tư của trẻ trên mạng.
- Nếu lúc chụp em chưa đủ 18 tuổi, em dùng được [Take It Down](https://takeitdown.ncmec.org/vi/): miễn phí, không cần nói tên, ảnh không rời khỏi máy. Dịch vụ này chỉ có tác dụng trên những trang có tham gia.

Nếu em sợ đến mức muốn biến mất, đừng ở một mình. Đến bên một người lớn ngay lúc này, gọi **115** hoặc **111**. Em quan trọng hơn mọi tấm ảnh.

Nguồn: Luật Trẻ em số 102/2016/QH13, Điều 21, 25, 54; Nghị định số 56/2017/NĐ-CP, Điều 36, 37.
`,
};
