import type { Model } from "./model.ts";

export const friendsCoolDown: Model = {
  key: "friends-cool-down",
  topic: "violence",
  readers: ["pupils"],
  ages: ["primary"],
  title: "Giận bạn thì làm sao? Hạ nhiệt rồi nói lời xin lỗi",
  sources: [
    "Luật Trẻ em số 102/2016/QH13, Điều 27, Điều 38 khoản 2 (thương yêu, đoàn kết, giúp đỡ bạn bè)",
    "Nghị định số 56/2017/NĐ-CP, Điều 23 (tổng đài 111 miễn phí, 24 giờ)",
  ],
  checkedOn: "2026-11-30",
  unverified: null,
  body: `Bạn bè chơi với nhau, có lúc giận nhau. Giận không phải là hư. Nhưng lúc giận, tay không đánh bạn, miệng không nói lời làm bạn đau. Em hạ nhiệt trước, nói chuyện sau.

## Khi em đang giận
- Em dừng lại. Hai tay tự ôm lấy mình.
- Hít vào thật chậm, đếm một, hai, ba.
- Thở ra thật chậm, đếm một, hai, ba. Làm năm lần.
- Em đi uống nước, rửa mặt, hoặc ra chỗ khác một lúc.
- Vẫn còn giận, em nói: “Thưa cô, em đang giận lắm ạ.”

## Nói cho bạn hiểu
Em nói điều em thấy trong lòng. Em không mắng bạn.
- “Mình buồn vì bạn lấy bút của mình.”
- “Lần sau bạn hỏi mình trước nhé.”

Rồi đến lượt em nghe bạn nói.

## Nói lời xin lỗi
- Em nhìn bạn và nói: “Mình xin lỗi vì đã đẩy bạn.”
- Em hỏi: “Mình làm gì để bạn bớt buồn?”
- Em làm đúng điều đã hứa.

Bạn chưa muốn làm hòa ngay cũng không sao. Em chờ bạn một chút.

## Khi nào phải gọi người lớn
- Có bạn bị đánh, bị đau.
- Có bạn bị trêu, bị dọa, bị lấy đồ nhiều lần.
- Em sợ, em không muốn đi học.

Em kể với cha mẹ hoặc thầy cô. Kể như vậy là dũng cảm. Em cũng gọi được số **111**, không mất tiền. Trường có hòm thư Trường An, em viết vào đó mà không cần nói tên.
`,
};
