import type { Model } from "./model.ts";

export const criminalResponsibilityAge: Model = {
  key: "criminal-responsibility-age",
  topic: "law",
  readers: ["pupils"],
  ages: ["lower", "upper"],
  title: "Bao nhiêu tuổi thì phải chịu trách nhiệm hình sự?",
  sources: [
    "Bộ luật Hình sự số 100/2015/QH13 (sửa đổi, bổ sung năm 2017, 2025), Điều 12, Điều 17",
    "Luật Tư pháp người chưa thành niên số 59/2024/QH15 ngày 30/11/2024, Điều 36, hiệu lực từ 1/1/2026",
    "Luật Xử lý vi phạm hành chính số 15/2012/QH13, Điều 5, Điều 134",
    "Bộ luật Dân sự số 91/2015/QH13, Điều 586",
    "Luật Trẻ em số 102/2016/QH13, Điều 6",
  ],
  checkedOn: "2026-11-30",
  unverified:
    "văn bản hợp nhất 2026 của Bộ luật Hình sự chưa đọc được (Điều 12 đối chiếu qua nhiều nguồn trước 2026); Điều 17 (đồng phạm) và quyền có người đại diện của người dưới 18 tuổi bị buộc tội nêu theo hiểu biết chung, chưa đọc điều luật; Điều 134 về không phạt tiền đọc ở nguồn cũ",
  body: `Hai mốc tuổi em cần nhớ là **đủ 14** và **đủ 16**. Từ đủ 16 tuổi, người phạm tội phải chịu trách nhiệm hình sự về hầu hết các tội. Từ đủ 14 đến dưới 16 tuổi, chỉ phải chịu trách nhiệm về một số tội rất nghiêm trọng hoặc đặc biệt nghiêm trọng mà luật kể tên.

## Ba khoảng tuổi
- **Dưới 14 tuổi**: không bị xử lý hình sự. Nhưng thiệt hại vẫn phải đền.
- **Từ đủ 14 đến dưới 16 tuổi**: có thể bị xử lý hình sự khi việc làm rất nặng, thí dụ đánh người gây thương tích nặng, cướp tài sản, buôn bán ma túy. Cố ý vi phạm ở mức nhẹ hơn thì có thể bị phạt cảnh cáo.
- **Từ đủ 16 tuổi**: chịu trách nhiệm về mọi tội, trừ vài tội luật quy định khác.

## Những câu nghe quen mà sai
- “Chưa đủ tuổi thì chẳng sao.” Con chưa đủ 15 tuổi gây thiệt hại thì cha mẹ phải bồi thường.
- “Mình chỉ canh hộ, cầm hộ thôi.” Người giúp sức cũng có thể là đồng phạm.
- “Người ta sai mình làm mà.” Lôi kéo trẻ em làm việc xấu là vi phạm pháp luật, nhưng em vẫn có thể phải chịu phần mình. Em có quyền nói không và kể lại.

## Nếu đã lỡ làm sai
Từ năm 2026, luật mở thêm lối cho người dưới 18 tuổi sửa sai: tùy trường hợp, có thể là xin lỗi, bồi thường, học nghề, tư vấn tâm lý, thay cho hình phạt.

- Dừng lại ngay. Không bỏ trốn, không xóa tin nhắn.
- Nói với cha mẹ hoặc thầy cô em tin. Khi làm việc với công an, em có quyền có cha mẹ hoặc người đại diện bên cạnh.
- Bị rủ, bị ép? Gọi **111**, miễn phí, hoặc gửi phản ánh ẩn danh trong Trường An. Đang nguy hiểm thì gọi **113**.

Nguồn: Bộ luật Hình sự năm 2015, Điều 12; Luật Tư pháp người chưa thành niên số 59/2024/QH15, Điều 36; Bộ luật Dân sự năm 2015, Điều 586.
`,
};
