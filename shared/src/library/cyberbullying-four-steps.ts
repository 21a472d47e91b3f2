import type { Model } from "./model.ts";

export const cyberbullyingFourSteps: Model = {
  key: "cyberbullying-four-steps",
  topic: "online_safety",
  readers: ["pupils"],
  ages: ["lower", "upper"],
  title: "Bị bắt nạt trên mạng: chụp lại, đừng đáp trả, chặn và kể",
  sources: [
    "UNICEF Việt Nam và Tổng đài 111: hỏi đáp về bắt nạt trên mạng (unicef.org/vietnam, tongdai111.vn)",
    "Luật Trẻ em số 102/2016/QH13, Điều 21, Điều 27",
    "Nghị định số 56/2017/NĐ-CP, Điều 23 (tổng đài miễn phí, 24 giờ)",
  ],
  checkedOn: "2026-11-30",
  unverified: null,
  body: `Bị lập nhóm nói xấu, chế ảnh, đặt tên xúc phạm, bị cả nhóm đẩy ra hay bị nhắn tin dọa: đó là bắt nạt. Đùa là khi cả hai cùng cười. Chỉ một bên cười thì không còn là đùa nữa. Em không có lỗi, và có bốn việc em làm được ngay.

## Bốn việc, theo thứ tự
- **Chụp lại** lời nhắn, tên tài khoản, ngày giờ, đường dẫn. Chụp trước khi chặn.
- **Đừng đáp trả.** Viết lúc đang giận dễ làm chuyện dài thêm.
- **Chặn và báo cáo** tài khoản, bài đăng đó ngay trong ứng dụng. Sau đó để trang của em ở chế độ riêng tư.
- **Kể với người lớn.** Đây là bước quan trọng nhất.

## Kể với ai
- Cha mẹ, thầy cô chủ nhiệm, thầy cô tư vấn. Khó nói thì đưa ảnh chụp màn hình.
- Hòm thư ẩn danh Trường An, gửi kèm ảnh chụp được. Em kể rõ ở nhóm nào, khi nào, chuyện gì.
- **111**, miễn phí, ngày đêm.
- **113**, khi có người dọa đánh, đòi tiền hay dọa tung ảnh riêng tư.

## Nếu người bị bắt nạt là bạn em
- Đừng thả cảm xúc, đừng chia sẻ, đừng ở lại chỉ để xem.
- Nhắn riêng: “Mình thấy rồi. Bạn không đáng bị như vậy. Mình đi cùng bạn nói với cô nhé?”

## Nếu em từng làm vậy
Vẫn sửa được. Em xóa bài, nhắn lời xin lỗi riêng, và nhờ các bạn đừng chia sẻ nữa. Không biết bắt đầu thế nào thì hỏi thầy cô tư vấn.

Tối nay em có quyền tắt máy, nghỉ một lúc, làm điều mình thích. Nếu buồn đến mức không muốn sống, đừng ở một mình: tìm một người lớn, gọi **111** hoặc **115** ngay.

Nguồn: UNICEF Việt Nam; Luật Trẻ em số 102/2016/QH13, Điều 21 và Điều 27.
`,
};
