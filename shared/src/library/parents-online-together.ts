import type { Model } from "./model.ts";

export const parentsOnlineTogether: Model = {
  key: "parents-online-together",
  topic: "online_safety",
  readers: ["parents"],
  ages: [],
  title: "Đồng hành cùng con trên mạng: thỏa thuận, riêng tư và lắng nghe",
  sources: [
    "Nghị định số 147/2024/NĐ-CP ngày 09/11/2024, điểm đ khoản 3 Điều 23 và điểm a khoản 3 Điều 27",
    "Luật Trẻ em số 102/2016/QH13, Điều 54 khoản 1",
    "Nghị định số 56/2017/NĐ-CP, Điều 36 khoản 1",
    "UNICEF: lời khuyên cho cha mẹ giữ con an toàn trên mạng (unicef.org/eap, unicef.org/rosa)",
  ],
  checkedOn: "2026-11-30",
  unverified:
    "số điều của quy định giờ chơi 60 và 180 phút trong Nghị định 147/2024/NĐ-CP (mới đọc qua báo); chưa rõ Nghị định 147 có được sửa đổi trong năm 2026 không",
  body: `Trên mạng, con cần người đi cùng, giống như khi tập đi đường. Cấm hết thì con dùng lén, thả hết thì con gặp rủi ro một mình. Điều giữ con an toàn nhất là con tin rằng: có chuyện gì, kể với cha mẹ sẽ được nghe trước khi bị trách.

## Thỏa thuận giờ dùng máy
- Cùng con viết ra ba, bốn điều: dùng lúc nào, bao lâu, ở chỗ nào trong nhà.
- Không dùng máy ở bàn ăn. Ban đêm, máy của cả nhà để ngoài phòng ngủ.
- Đừng chỉ đếm phút. Hãy nhìn giấc ngủ, việc học, vận động và bạn bè ngoài đời của con.
- Cha mẹ cũng giữ đúng thỏa thuận.

## Mười lăm phút cài đặt cùng con
- Để tài khoản ở chế độ riêng tư, chỉ bạn bè mới xem và nhắn tin được.
- Tắt chia sẻ vị trí. Không để lộ tên trường, lớp, số điện thoại, địa chỉ.
- Đặt mật khẩu khó đoán, bật xác thực hai bước, khóa việc mua hàng trong trò chơi.
- Tập cho con cách chụp màn hình, chặn và báo cáo.

## Pháp luật nói gì
- Con dưới 16 tuổi dùng mạng xã hội: cha mẹ hoặc người giám hộ đăng ký bằng thông tin của mình, và giám sát điều con xem, đăng, chia sẻ.
- Trò chơi trên mạng: nhà cung cấp phải có cách giới hạn người dưới 18 tuổi, không quá 60 phút một ngày với một trò, 180 phút với nhiều trò.
- Đưa ảnh, điểm số, chuyện riêng của con từ đủ 7 tuổi lên mạng thì phải được con đồng ý.

## Khi con kể một chuyện xấu
Cảm ơn con đã nói. Đừng thu máy ngay, vì lần sau con sẽ giấu. Cùng con chụp lại, chặn, báo cáo. Con bị dụ dỗ, đe dọa hay tống tiền: gọi **111**, miễn phí ngày đêm, hoặc **113**.

Nguồn: Nghị định số 147/2024/NĐ-CP, Điều 23, 27; Luật Trẻ em số 102/2016/QH13, Điều 54; Nghị định số 56/2017/NĐ-CP, Điều 36.
`,
};
