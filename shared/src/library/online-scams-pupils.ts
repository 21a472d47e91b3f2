import type { Model } from "./model.ts";

export const onlineScamsPupils: Model = {
  key: "online-scams-pupils",
  topic: "online_safety",
  readers: ["pupils"],
  ages: ["lower", "upper"],
  title: "Quà tặng, việc nhẹ lương cao, nạp game giá rẻ: nhận ra bẫy và dừng lại",
  sources: [
    "Bộ luật Hình sự năm 2015, Điều 174 (lừa đảo chiếm đoạt tài sản)",
    "Khuyến cáo của cơ quan công an về “bắt cóc online” và quay thưởng trên mạng nhắm vào học sinh (báo đăng tháng 8, 9 và 12/2025)",
    "Ngân hàng Nhà nước, văn bản số 4932/NHNN-TT ngày 13/6/2024 về mua, bán tài khoản của học sinh, sinh viên",
    "Cổng thông tin điện tử tỉnh Bình Phước: năm việc cần làm sau khi bị lừa chuyển tiền qua mạng",
  ],
  checkedOn: "2026-11-30",
  unverified:
    "Điều 174 Bộ luật Hình sự chỉ nêu tên điều, không tra lại sửa đổi năm 2025; chưa tra mức phạt về cho thuê tài khoản nên không nêu",
  body: `Ai cũng có thể bị lừa, nhất là khi đang vội. Quà của thần tượng, việc làm thêm nhàn mà nhiều tiền, gói nạp game rẻ bất ngờ: cuối cùng đều dẫn tới câu “chuyển tiền trước” hoặc “đọc mã cho mình”. Nghe câu đó, em dừng lại và hỏi một người lớn.

## Bốn cái bẫy hay gặp
- **Trúng thưởng, nhận quà**: phải đóng phí, đóng thuế rồi mới được nhận. Càng đóng, họ càng đòi thêm.
- **Việc nhẹ lương cao**: lúc đầu trả thật ít tiền cho em tin, sau đó bắt nạp tiền để làm tiếp. Có nơi thuê tài khoản ngân hàng của em. Đừng cho: tài khoản ấy có thể bị dùng để lừa người khác.
- **Nạp game giá rẻ**: xin mật khẩu, mã thẻ cào, mã OTP, hoặc gửi một trang đăng nhập giả.
- **Giả công an**: gọi điện nói em dính vào vụ án, bắt giữ bí mật, bắt rời khỏi nhà. Công an không làm việc như thế. Em tắt máy và gọi cho cha mẹ.

## Ba câu tự hỏi trước khi bấm
- Sao họ giục mình làm ngay?
- Sao họ dặn đừng kể với ai?
- Sao cho mình tiền mà lại bắt mình trả trước?

## Nếu lỡ bị lừa
- Dừng chuyển tiền, dù họ hứa trả lại.
- Kể ngay với cha mẹ để gọi ngân hàng. Báo càng sớm càng có cơ hội giữ lại tiền.
- Đổi mật khẩu. Chụp lại tin nhắn, tên tài khoản, số tài khoản nhận tiền.
- Báo công an xã, phường hoặc gọi **113**.
- Ai nhận “lấy lại tiền giúp” mà thu phí trước thì cũng là bẫy.

Bị lừa không có gì đáng xấu hổ. Nếu em lo sợ hoặc bị dọa, gọi **111**, miễn phí. Em cũng có thể kể vào hòm thư ẩn danh Trường An để trường nhắc các bạn khác.

Nguồn: khuyến cáo của cơ quan công an; Bộ luật Hình sự năm 2015, Điều 174.
`,
};
