import type { Model } from "./model.ts";

export const bulliedChildParents: Model = {
  key: "bullied-child-parents",
  topic: "violence",
  readers: ["parents"],
  ages: [],
  title: "Con bị bắt nạt: cha mẹ nghe thế nào và làm gì trước",
  sources: [
    "Nghị định số 80/2017/NĐ-CP ngày 17/7/2017, Điều 6 khoản 2",
    "Luật Trẻ em số 102/2016/QH13, Điều 6 khoản 11, Điều 27, Điều 51",
    "Nghị định số 56/2017/NĐ-CP, Điều 25 khoản 1, Điều 36 khoản 1",
    "UNICEF: lời khuyên cho cha mẹ có con bị bắt nạt",
  ],
  checkedOn: "2026-11-30",
  unverified:
    "số điều về việc trường thường xuyên trao đổi thông tin với gia đình trong Nghị định 80/2017/NĐ-CP (mới đọc qua báo giaoduc.net.vn); lời khuyên của UNICEF đọc qua trang đăng lại, chưa mở bài gốc",
  body: `Khi con kể mình bị bắt nạt, điều con cần trước hết là có người tin. Cha mẹ nghe hết, nói “Con kể ra là đúng, chuyện này không phải lỗi của con”, rồi cùng nhà trường xử lý. Xin đừng tự tìm gặp em kia hay gia đình bên kia lúc đang nóng.

## Nghe
- Chọn chỗ riêng, ngồi ngang tầm con, để con kể theo cách của con.
- Hỏi: “Chuyện xảy ra thế nào?”, “Lúc đó con thấy sao?”, “Con muốn cha mẹ giúp gì?”
- Tránh: “Sao con không đánh lại?”, “Chắc con làm gì người ta?”, “Chuyện trẻ con ấy mà.”

## Làm
- Xem con có bị thương không. Cần thì đưa con đi khám và giữ giấy khám. Nguy cấp thì gọi **115**.
- Ghi lại ngày, nơi, việc gì, ai nhìn thấy. Chụp màn hình tin nhắn.
- Báo giáo viên chủ nhiệm hoặc ban giám hiệu. Hỏi rõ: trường sẽ làm gì, ai phụ trách, bao giờ trả lời.
- Bàn với con và thầy cô cách giữ an toàn lúc ra chơi và trên đường về.
- Không đăng tên, ảnh của bất cứ em nào lên mạng, kể cả em đã bắt nạt con.

## Nhà trường có trách nhiệm
Nghị định 80/2017/NĐ-CP yêu cầu trường phát hiện kịp thời, đánh giá nguy cơ, tư vấn và có biện pháp hỗ trợ cụ thể cho người học có nguy cơ bị bạo lực. Trường cũng phải thường xuyên trao đổi với gia đình.

## Khi cần thêm người giúp
- Gửi phản ánh trong Trường An, không cần nói tên.
- Gọi **111**, miễn phí ngày đêm, tư vấn cho cả cha mẹ.
- Con bị đánh có thương tích, bị đòi tiền, bị đe dọa: báo công an xã, phường hoặc gọi **113**.
- Con mất ngủ, sợ đến trường, nói không muốn sống: không để con một mình, gặp thầy cô tư vấn hoặc bác sĩ ngay.

Nguồn: Nghị định số 80/2017/NĐ-CP, Điều 6; Luật Trẻ em số 102/2016/QH13, Điều 27, Điều 51; Nghị định số 56/2017/NĐ-CP, Điều 25, Điều 36.
`,
};
