import type { Model } from "./model.ts";

export const crossingTheRoadPrimary: Model = {
  key: "crossing-the-road-primary",
  topic: "traffic",
  readers: ["pupils"],
  ages: ["primary"],
  title: "Em đi bộ tới trường: năm bước qua đường an toàn",
  sources: [
    "Luật Trật tự, an toàn giao thông đường bộ số 36/2024/QH15 ngày 27/6/2024, Điều 11, Điều 30",
  ],
  checkedOn: "2026-11-30",
  unverified:
    "thứ tự nhìn trái, phải, trái và lời khuyên mặc áo sáng màu là hướng dẫn an toàn chung, không phải quy định của luật",
  body: `Em đi bộ thì đi trên vỉa hè hoặc sát mép đường bên phải. Muốn qua đường, em **dừng lại, nhìn kỹ, chờ xe**, rồi mới đi. Bạn nào chưa đủ 7 tuổi thì phải có người lớn dắt.

## Năm bước qua đường
- **Dừng** ở mép đường. Không bước vội.
- **Tìm** chỗ có đèn, có vạch kẻ trắng hoặc cầu vượt cho người đi bộ.
- **Nhìn** bên trái. Nhìn bên phải. Nhìn bên trái lần nữa.
- **Chờ** đèn xanh cho người đi bộ. Không có đèn thì chờ xe đi qua hết hoặc dừng hẳn.
- **Giơ tay** cao cho xe thấy em. Đi thẳng, đi đều. Không chạy. Rơi đồ cũng không quay lại nhặt.

## Trên đường đi
- Đi hàng một. Không đuổi nhau, không đá bóng dưới lòng đường.
- Không qua đường ngay trước hoặc ngay sau ô tô đang đỗ. Bác tài không thấy em đâu.
- Tránh xa xe to đang rẽ, đang lùi.
- Không trèo dải phân cách. Không bám theo xe đang chạy.
- Không vừa đi vừa xem điện thoại.
- Trời mưa, trời tối: mặc áo sáng màu. Đừng để mũ áo mưa che mắt.
- Thấy cha mẹ bên kia đường: em đứng yên, chờ cha mẹ sang đón.

## Khi em cần giúp
- Sợ, chưa dám qua? Em nhờ thầy cô, chú bảo vệ, cô chú công an.
- Có người bị xe đụng? Em đứng vào chỗ an toàn, gọi to cho người lớn và gọi **115**.
- Chỗ nào gần trường khó qua đường? Em kể với cha mẹ, thầy cô, hoặc viết vào hòm thư Trường An.

Nguồn: Luật Trật tự, an toàn giao thông đường bộ số 36/2024/QH15, Điều 30.
`,
};
