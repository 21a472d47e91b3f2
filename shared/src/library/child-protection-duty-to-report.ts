import type { Model } from "./model.ts";

export const childProtectionDutyToReport: Model = {
  key: "child-protection-duty-to-report",
  topic: "law",
  readers: ["parents", "staff"],
  ages: [],
  title: "Biết hoặc nghi trẻ bị xâm hại: người lớn báo tin ngay, báo ở đâu, thế nào",
  sources: [
    "Luật Trẻ em số 102/2016/QH13 ngày 5/4/2016, Điều 1, Điều 4, Điều 6, Điều 51",
    "Nghị định số 56/2017/NĐ-CP ngày 9/5/2017, Điều 25, Điều 26, Điều 33, Điều 36",
    "Tổng đài điện thoại quốc gia bảo vệ trẻ em 111",
  ],
  checkedOn: "2026-11-30",
  unverified:
    "nguyên văn Điều 51 Luật Trẻ em chưa đọc lại (nội dung nghĩa vụ báo tin đã đọc ở Điều 25 Nghị định 56/2017/NĐ-CP); chưa rõ Luật Trẻ em và Nghị định 56/2017/NĐ-CP có được sửa trong năm 2026 không; lời khuyên giữ quần áo, khám sớm là thực hành chung, chưa đối chiếu tài liệu y tế",
  body: `Trẻ em, người dưới 16 tuổi, có quyền được bảo vệ để không bị bạo lực, xâm hại, bóc lột, bỏ rơi. Khi biết một trẻ đang bị như vậy hoặc có nguy cơ bị như vậy, **mọi người lớn đều có trách nhiệm báo tin ngay**. Không cần chờ đến lúc chắc chắn: xác minh là việc của cơ quan chức năng.

## Báo ở đâu
- Đang nguy hiểm: gọi **113**. Cần cấp cứu: gọi **115**.
- Tổng đài bảo vệ trẻ em **111**, miễn phí, ngày đêm.
- Công an hoặc Ủy ban nhân dân xã, phường nơi xảy ra việc.

Báo một trong các nơi trên là được. Nơi nhận tin phải ghi lại đầy đủ và phối hợp xử lý. Học sinh đã đủ 16 tuổi gặp chuyện như vậy cũng cần được giúp: hãy báo công an.

## Khi một trẻ kể với mình
- Nghe hết, giữ giọng bình tĩnh. Nói: “Cảm ơn con đã kể. Con không có lỗi.”
- Hỏi ít, hỏi mở: “Rồi sao nữa con?” Không gợi ý câu trả lời, không bắt kể đi kể lại.
- Đừng hứa giữ kín hoàn toàn. Hãy nói: “Cô chỉ kể với người giúp được con.”
- Ghi lại đúng lời trẻ nói, kèm ngày giờ. Việc mới xảy ra thì đưa trẻ đi khám sớm và giữ nguyên quần áo trẻ mặc lúc đó.

## Những điều nên tránh
- Tự điều tra, tự hòa giải, cho trẻ gặp mặt người bị nghi.
- Đăng tên, ảnh, trường, lớp hay chuyện riêng của trẻ, dù với ý tốt.
- Che giấu hoặc ngăn người khác báo tin. Luật cấm việc này.

Thầy cô báo hiệu trưởng là đúng, nhưng việc đó không thay cho báo cơ quan chức năng. Người lớn cũng gửi được phản ánh ẩn danh trong Trường An; việc gấp thì hãy gọi điện.

Nguồn: Luật Trẻ em số 102/2016/QH13, Điều 6, Điều 51; Nghị định số 56/2017/NĐ-CP, Điều 25.
`,
};
