import type { Model } from "./model.ts";

export const disguisedDrugs: Model = {
  key: "disguised-drugs",
  topic: "drugs",
  readers: ["pupils"],
  ages: ["lower", "upper"],
  title: "Ma túy núp bóng kẹo, nước uống, thuốc lá điện tử: nhận ra và từ chối",
  sources: [
    "Luật Phòng, chống ma túy số 120/2025/QH15 ngày 10/12/2025, hiệu lực từ 1/7/2026",
    "Nghị quyết số 173/2024/QH15 ngày 30/11/2024 của Quốc hội",
    "Cảnh báo của Cục Cảnh sát điều tra tội phạm về ma túy (C04), Bộ Công an, về ma túy núp bóng đồ ăn, đồ uống, thuốc lá điện tử",
  ],
  checkedOn: "2026-11-30",
  unverified:
    "chưa đọc từng điều của Luật số 120/2025/QH15, nên không dẫn số điều; hướng dẫn sơ cứu (đặt nằm nghiêng, không gây nôn) là hướng dẫn chung, chưa đối chiếu tài liệu Bộ Y tế",
  body: `Ma túy bây giờ có thể nằm trong viên kẹo, gói bột pha nước, tinh dầu thuốc lá điện tử. **Nhìn và ngửi không biết được** bên trong có gì. Cách chắc nhất: không rõ từ đâu ra thì không ăn, không uống, không hút, kể cả khi người đưa là bạn thân.

## Khi nào nên nghi
- Gói lạ, tên nghe vui tai, không nhãn tiếng Việt, không nơi sản xuất, bán kín trên mạng.
- Lời mời kiểu “thử một lần thôi”, “không nghiện đâu”, “ai cũng chơi”, lần đầu cho không.
- Bị giục dùng ngay và dặn đừng kể với ai.
- Nhờ cầm hộ, giao hộ một gói đồ rồi trả công hậu hĩnh.

## Từ chối thế nào
- Nói ngắn: “Mình không dùng.” Em không nợ ai lời giải thích.
- Mượn cớ: “Nhà mình gọi về rồi.” Rồi đi thật.
- Hẹn trước với người nhà một chữ bí mật. Em nhắn chữ đó, người nhà tới đón ngay.
- Đi chơi, tự mở đồ uống của mình, không rời mắt khỏi ly.
- Không cầm hộ, không chuyển hộ, dù chỉ một lúc. Tàng trữ, vận chuyển, mua bán, sử dụng trái phép chất ma túy và dùng thuốc lá điện tử đều bị cấm.

## Thấy bạn lả đi, co giật, nói lảm nhảm
- Gọi **115** và người lớn gần nhất. Đừng sợ bị mắng mà chậm lại.
- Ở lại bên bạn. Bạn còn thở thì đặt nằm nghiêng. Không cho ăn uống, không bắt nôn.
- Nói thật với người cấp cứu bạn đã dùng gì, đưa cả vỏ gói.

## Nếu em đã lỡ thử
Em không hư, và không phải chịu một mình. Kể với cha mẹ, thầy cô tư vấn, hoặc gọi **111**, miễn phí. Bị ép, bị dọa hay bị đòi nợ: càng nên kể sớm. Biết chỗ bán quanh trường, em gửi phản ánh trong Trường An hoặc gọi **113**; đừng tự đi dò.

Nguồn: Luật Phòng, chống ma túy số 120/2025/QH15; Nghị quyết số 173/2024/QH15 của Quốc hội.
`,
};
