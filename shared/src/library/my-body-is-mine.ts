import type { Model } from "./model.ts";

export const myBodyIsMine: Model = {
  key: "my-body-is-mine",
  topic: "life_skills",
  readers: ["pupils"],
  ages: ["primary"],
  title: "Cơ thể em là của em",
  sources: [
    "Luật Trẻ em số 102/2016/QH13, Điều 25",
    "NSPCC (Anh): quy tắc PANTS cho trẻ nhỏ",
    "Bộ Văn hóa, Thể thao và Du lịch, trang gia đình (giadinh.bvhttdl.gov.vn): hướng dẫn trẻ phòng tránh xâm hại",
    "Nghị định số 56/2017/NĐ-CP, Điều 23 (tổng đài 111 miễn phí, 24 giờ)",
  ],
  checkedOn: "2026-11-30",
  unverified: null,
  body: `Cơ thể em là của em. Ai chạm vào em mà em không thích, em có quyền nói “Không”. Có chuyện làm em khó chịu, em kể ngay với người lớn em tin. Em không có lỗi.

## Phần riêng tư
- Chỗ đồ lót che là phần riêng tư của em.
- Không ai được nhìn, chạm hay chụp ảnh chỗ đó.
- Cũng không ai được bảo em nhìn hay chạm vào phần riêng tư của họ.
- Khi em ốm, bác sĩ có thể phải khám. Lúc đó có cha mẹ ở bên, và bác sĩ nói rõ vì sao.

## Chạm vui và chạm không vui
- Chạm vui: cái ôm của bà, cái đập tay với bạn. Em thấy ấm áp.
- Chạm không vui: làm em đau, em sợ, em ngượng.
- Không muốn ôm ai, em có thể vẫy tay hoặc khoanh tay chào. Như vậy vẫn là ngoan.

## Ba bước: Nói, Đi, Kể
- **Nói** to: “Không! Em không thích!”
- **Đi** ngay tới chỗ đông người.
- **Kể** với cha mẹ, ông bà hoặc thầy cô. Người đó chưa tin, em kể với người khác. Em cứ kể cho đến khi có người giúp.

Có khi em sợ quá, không nói được, không chạy được. Em vẫn không có lỗi. Em kể sau cũng được.

## Bí mật nào không giữ
Bí mật vui thì giữ được, như món quà tặng mẹ. Bí mật làm em sợ hay buồn thì em kể ra. Ai dặn “Đừng nói với ai nhé”, em càng nên nói, dù đó là người quen.

Em gọi số **111** được cả ngày lẫn đêm, không mất tiền. Đang nguy hiểm, em gọi **113**. Em cũng viết được vào hòm thư Trường An, không cần nói tên.
`,
};
