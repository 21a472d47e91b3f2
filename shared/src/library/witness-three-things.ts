import type { Model } from "./model.ts";

export const witnessThreeThings: Model = {
  key: "witness-three-things",
  topic: "violence",
  readers: ["pupils"],
  ages: ["lower"],
  title: "Thấy bạn bị đánh: ba việc người chứng kiến làm được",
  sources: [
    "Luật Trẻ em số 102/2016/QH13, Điều 27, Điều 51 khoản 1",
    "Nghị định số 56/2017/NĐ-CP, Điều 24 khoản 1 (bảo mật vì sự an toàn của người cung cấp thông tin)",
    "StopBullying.gov (Hoa Kỳ): lời khuyên cho người chứng kiến",
  ],
  checkedOn: "2026-11-30",
  unverified: null,
  body: `Thấy bạn bị đánh, em có thể rất sợ. Sợ là bình thường. Em không cần xông vào. Có ba việc an toàn hơn mà vẫn giúp được bạn: **gọi người lớn, lên tiếng từ chỗ an toàn, ở bên bạn sau đó.**

## Việc 1: Gọi người lớn
- Chạy tới người lớn gần nhất: thầy cô, bảo vệ, cô lao công, cô bán hàng ở cổng trường.
- Nói ba điều: ở đâu, có mấy người, có ai cầm vật nguy hiểm không.
- Ở ngoài trường mà không thấy ai: gọi **113**. Có bạn ngất, chảy máu nhiều, khó thở: gọi **115**.

## Việc 2: Lên tiếng từ chỗ an toàn
- Đứng xa, hô to: “Dừng lại! Mình gọi thầy cô rồi!”
- Rủ các bạn khác cùng gọi, hoặc cùng rời đi. Bớt người xem là bớt cổ vũ.
- Không lao vào can, nhất là khi có vật nguy hiểm.
- Không hò reo, không quay để đăng. Một đoạn phim trên mạng làm bạn đau thêm nhiều lần. Nếu lỡ quay rồi, em chỉ đưa cho thầy cô hoặc công an.

## Việc 3: Ở bên bạn sau đó
- Khi đã yên, em lại gần và hỏi: “Bạn đau ở đâu không? Mình đi cùng bạn tới phòng y tế nhé.”
- Nói với bạn: “Không phải lỗi của bạn.”
- Kể với thầy cô điều em thấy. Ngại nói trực tiếp, em gửi phản ánh ẩn danh trong Trường An hoặc gọi **111**, miễn phí. Nơi nhận tin phải giữ bí mật vì sự an toàn của người báo.

Kể để bạn được an toàn không phải là mách lẻo. Nếu hôm đó em sợ quá, chưa làm được gì, em cũng đừng trách mình: hôm nay kể vẫn chưa muộn.

Nguồn: Luật Trẻ em số 102/2016/QH13, Điều 27, Điều 51; Nghị định số 56/2017/NĐ-CP, Điều 24.
`,
};
