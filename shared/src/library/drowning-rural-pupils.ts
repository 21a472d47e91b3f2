import type { Model } from "./model.ts";

export const drowningRuralPupils: Model = {
  key: "drowning-rural-pupils",
  topic: "life_skills",
  readers: ["pupils"],
  ages: ["primary", "lower", "upper"],
  title: "Sông, suối, ao hồ gần nhà: chơi vui mà không đuối nước",
  sources: [
    "Quyết định số 1248/QĐ-TTg ngày 19/7/2021 (Chương trình phòng, chống tai nạn, thương tích trẻ em giai đoạn 2021 - 2030)",
    "Khuyến cáo sơ cứu đuối nước của bác sĩ Bệnh viện Nhi đồng Thành phố (TP. Hồ Chí Minh): ép tim, thổi ngạt, không dốc ngược, không xốc nước",
  ],
  checkedOn: "2026-11-30",
  unverified:
    "cách nổi ngửa, xuôi dòng và nằm sấp khi kéo người là hướng dẫn chung, chưa đọc trong một tài liệu chính thức",
  body: `Chỗ nước quen vẫn có thể nguy hiểm: đáy hụt bất ngờ, bùn lún, nước xoáy, lũ về nhanh. Quy tắc lớn nhất: **chỉ xuống nước khi có người lớn biết bơi đi cùng và trông em**, dù em đã biết bơi.

## Trước khi tới gần nước
- Xin phép cha mẹ. Nói rõ đi đâu, với ai, khi nào về.
- Không tắm, bắt cá, lội chơi ở hồ, đập, hố đào. Hồ tưới lót bạt rất trơn: xuống dễ, leo lên rất khó.
- Đi chăn bò, hái rau thì đứng xa mép. Bờ đất có thể sụt.
- Thấy biển báo, hàng rào: dừng lại.
- Trời mưa, nước suối đục lên, dâng nhanh, có tiếng ầm: chạy lên chỗ cao. Không lội qua suối, ngầm, cầu tràn khi nước đang chảy mạnh. Chờ, hoặc quay về và gọi người nhà. Tới trường muộn cũng không sao.
- Đi đò, đi thuyền: mặc áo phao, cài khóa, ngồi yên.

## Nếu em rơi xuống nước
- Ngửa người, mặt lên trên, thở chậm. Nổi được rồi hãy gọi to.
- Bám vào can nhựa, khúc gỗ, cành cây.
- Nước chảy mạnh: đừng bơi ngược. Để mình xuôi theo dòng, chếch dần vào bờ.

## Khi bạn gặp nạn
- **Kêu thật to** cho người lớn nghe. Gọi **114** hoặc **115**.
- **Ném** can nhựa, dây, áo phao. **Chìa** sào, cành cây dài, và nằm sấp để khỏi bị kéo theo.
- **Không nhảy xuống**, không nắm tay nhau làm dây. Em ở trên bờ mới gọi được người tới cứu.
- Bạn lên bờ mà không thở: người lớn, người đã học thì ép tim, thổi ngạt ngay tại chỗ. Không dốc ngược, không vác chạy.

Biết một ao, hố sâu không rào, em báo cha mẹ, thầy cô, hoặc gửi phản ánh trong Trường An. Một tin báo có thể giữ được một bạn.

Nguồn: Quyết định số 1248/QĐ-TTg ngày 19/7/2021 (Chương trình phòng, chống tai nạn, thương tích trẻ em giai đoạn 2021 - 2030).
`,
};
