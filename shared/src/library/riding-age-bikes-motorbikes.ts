import type { Model } from "./model.ts";

export const ridingAgeBikesMotorbikes: Model = {
  key: "riding-age-bikes-motorbikes",
  topic: "traffic",
  readers: ["pupils", "parents"],
  ages: ["upper"],
  title: "Mấy tuổi được đi xe gì: xe đạp điện, xe máy điện, xe 50 phân khối",
  sources: [
    "Luật Trật tự, an toàn giao thông đường bộ số 36/2024/QH15 ngày 27/6/2024, Điều 9 khoản 2, 5, 6, 7, Điều 31, Điều 33, Điều 34, Điều 35, Điều 56, Điều 57, Điều 59 (sửa đổi bởi Luật số 118/2025/QH15)",
    "Nghị định số 168/2024/NĐ-CP ngày 26/12/2024, sửa đổi bởi Nghị định số 238/2026/NĐ-CP (hiệu lực 15/8/2026)",
    "Bộ luật Hình sự năm 2015, Điều 264",
    "Nghị định số 151/2024/NĐ-CP ngày 15/11/2024, Điều 5",
  ],
  checkedOn: "2026-11-30",
  unverified:
    "đã đọc bản gốc Luật số 36/2024/QH15, chưa đọc bản hợp nhất 55/VBHN-VPQH (2026) và Nghị định số 238/2026/NĐ-CP, nên không nêu mức phạt tiền",
  body: `Chưa đủ **16 tuổi**: đi xe đạp hoặc xe đạp điện. Đủ **16 tuổi**: được lái xe gắn máy. Đủ **18 tuổi** và có giấy phép lái xe: mới được lái xe mô tô, tức là phần lớn “xe máy” trong nhà mình.

## Nhận ra từng loại xe
- **Xe đạp điện**: có bàn đạp, máy chỉ đẩy thêm khi mình đạp, tự ngắt khi thôi đạp hoặc khi xe tới 25 km/h.
- **Xe gắn máy**: tốc độ thiết kế không quá 50 km/h; máy xăng không quá 50 cm³ hoặc máy điện không quá 4 kW. Xe máy điện trong mức này cũng tính ở đây, phải có đăng ký và biển số. Không cần giấy phép lái xe, nhưng người lái phải biết luật và biết đi xe.
- **Xe mô tô**: vượt một trong các mức trên.

Có xe bán với tên “xe đạp điện” nhưng vặn ga là chạy. Trước khi mua, hãy xem giấy tờ ghi loại xe gì, đừng chỉ nghe lời người bán.

## Đi xe nào cũng cần
- Đội mũ bảo hiểm, cài quai, cả người ngồi sau, kể cả trên xe đạp điện.
- Đã uống rượu bia thì không lái. Không cầm điện thoại khi đang đi.
- Không dàn hàng ngang, đánh võng, buông hai tay.
- Chở một bạn, không chở ba. Có người rủ đua, cứ nói: “Mình về trước đây.”

## Với cha mẹ
- Luật cấm giao xe cho người chưa đủ điều kiện lái, kể cả con mình. Cha mẹ có thể bị xử phạt; xảy ra tai nạn nặng thì có thể bị xử lý hình sự.
- Cất chìa khóa xe. Đi thử cùng con vài buổi trước khi con tự đi.
- Nhà xa trường: bàn với các gia đình gần nhà và nhà trường về đi chung, xe buýt, xe đưa đón.

Gặp tai nạn: giữ mình an toàn, gọi **115** và **113**.

Nguồn: Luật Trật tự, an toàn giao thông đường bộ số 36/2024/QH15, Điều 9, 31, 33, 34, 35, 56, 59; Bộ luật Hình sự năm 2015, Điều 264.
`,
};
