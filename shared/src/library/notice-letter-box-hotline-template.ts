import type { Model } from "./model.ts";

export const noticeLetterBoxHotlineTemplate: Model = {
  key: "notice-letter-box-hotline-template",
  topic: "notices",
  readers: ["parents", "pupils", "staff"],
  ages: ["primary", "lower", "upper"],
  title: "Trường mở hòm thư ẩn danh Trường An và đường dây nóng",
  sources: [
    "Nghị định số 80/2017/NĐ-CP ngày 17/7/2017 về môi trường giáo dục an toàn, lành mạnh, thân thiện, phòng, chống bạo lực học đường",
    "Luật Trẻ em số 102/2016/QH13 ngày 5/4/2016, Điều 51",
    "Nghị định số 56/2017/NĐ-CP ngày 9/5/2017, Điều 25",
  ],
  checkedOn: "2026-11-30",
  unverified:
    "chưa rõ Nghị định 80/2017/NĐ-CP có được thay trong năm 2026 không; nguyên văn Điều 51 Luật Trẻ em chưa đọc lại; các lời hứa về thời gian trả lời để trường tự điền",
  body: `Từ [ngày bắt đầu], [tên trường] có hai nơi để học sinh, cha mẹ và thầy cô kể về những việc chưa an toàn: **hòm thư ẩn danh Trường An**, không cần nói tên, và **đường dây nóng [số điện thoại của trường]**, nói chuyện trực tiếp với người trực.

## Gửi vào hòm thư
- Mở Trường An trong Zalo, hoặc quét mã QR ở [nơi dán mã].
- Chọn “Gửi phản ánh ẩn danh”, trả lời vài câu hỏi, viết điều mình biết: việc gì, ở đâu, khi nào.
- Giữ **mã 20 chữ số** để xem trả lời và viết thêm. Mất mã thì không ai tìm lại được.

## Ai đọc, bao giờ trả lời
- Người đọc là [chức vụ người phụ trách] trong tổ tiếp nhận của trường và các cơ quan ghi trên màn hình khi gửi.
- Phản ánh về người làm việc ở trường thì trường không đọc được: nơi khác sẽ tiếp nhận.
- Trường cố gắng trả lời trong [số] ngày học. Việc gấp được báo ngay tới người có trách nhiệm.
- Đường dây nóng có người nghe từ [giờ] đến [giờ], [các ngày trong tuần].

## Điều trường cam kết
- Không tìm xem ai đã viết. Không ai bị trách vì đã kể thật lòng, dù nhớ chưa đủ.
- Không nêu chuyện riêng của học sinh trước lớp, trong nhóm chat hay trên mạng.
- Khi một học sinh có thể đang bị xâm hại, luật yêu cầu trường báo cơ quan bảo vệ trẻ em. Trường chỉ báo điều cần thiết.

## Khi đang nguy hiểm
Đừng chờ trả lời. Gọi ngay **113** (công an), **114** (cứu hỏa), **115** (cấp cứu) hoặc **111** (bảo vệ trẻ em, miễn phí, ngày đêm).

Kể ra không phải là mách lẻo. Kể ra là giúp một người được an toàn.

Nguồn: Nghị định số 80/2017/NĐ-CP; Luật Trẻ em số 102/2016/QH13, Điều 51; Nghị định số 56/2017/NĐ-CP, Điều 25.

(Đây là mẫu. Nhà trường điền các chỗ trong ngoặc vuông, dùng số điện thoại của trường chứ không dùng số riêng của thầy cô, rồi xóa dòng này trước khi đăng.)
`,
};
