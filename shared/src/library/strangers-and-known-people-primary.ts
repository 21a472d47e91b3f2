import type { Model } from "./model.ts";

export const strangersAndKnownPeoplePrimary: Model = {
  key: "strangers-and-known-people-primary",
  topic: "life_skills",
  readers: ["pupils"],
  ages: ["primary"],
  title: "Người lạ, người quen rủ em đi: năm quy tắc giữ mình an toàn",
  sources: [
    "Luật Trẻ em số 102/2016/QH13 ngày 5/4/2016 (quyền được bảo vệ để không bị xâm hại, bắt cóc)",
    "Tổng đài điện thoại quốc gia bảo vệ trẻ em 111",
    "NSPCC (Anh), quy tắc đồ lót PANTS",
  ],
  checkedOn: "2026-11-30",
  unverified:
    "số điều của Luật Trẻ em về các quyền này chưa đọc lại nên không dẫn; quy tắc chữ bí mật của gia đình là lời khuyên chung",
  body: `Ai rủ em đi, ai cho em quà, em **hỏi cha mẹ trước**. Với người lạ cũng thế. Với người quen cũng thế. Chưa hỏi được thì em không đi.

## Năm quy tắc
- **Hỏi trước.** Không lên xe, không đi theo, không nhận quà khi cha mẹ chưa biết.
- **Có chữ bí mật của nhà mình.** Ai nói “mẹ nhờ đón cháu”, người đó phải nói đúng chữ bí mật. Không đúng, em quay vào trường tìm cô hoặc chú bảo vệ.
- **Thân thể là của em.** Không ai được chạm vào chỗ đồ bơi che. Không ai được bắt em chạm vào họ, hay chụp ảnh chỗ đó. Người quen cũng không được. Đi khám bệnh thì có cha mẹ ở bên.
- **Bí mật làm em sợ thì phải kể.** Ai dặn “đừng nói với ai”, em càng nên nói với cha mẹ.
- **Đi cùng bạn, đi chỗ đông người.** Ở nhà một mình, em không mở cửa.

## Khi thấy không ổn
- Em nói to: “Không! Cháu không đi!”
- Em chạy tới chỗ đông người: trường, cửa hàng, nhà quen.
- Bị kéo đi, em hét: “Cứu với! Đây không phải người nhà cháu!”
- Bị lạc, em đứng yên ở chỗ sáng. Em nhờ cô chú công an, chú bảo vệ, cô bán hàng gọi cha mẹ.
- Trên mạng có người hỏi nhà, xin ảnh, rủ gặp: em không trả lời và kể ngay.

## Em kể với ai?
- Cha mẹ, ông bà, thầy cô em tin. Một người chưa nghe thì em kể người khác. Kể tới khi có người giúp.
- Gọi **111**. Miễn phí, ngày đêm đều có người nghe.
- Đang nguy hiểm, em gọi **113**.
- Em viết vào hòm thư Trường An cũng được. Không cần nói tên.

Em không có lỗi. Chuyện cũ rồi, em vẫn kể được nhé.

Nguồn: Luật Trẻ em số 102/2016/QH13.
`,
};
