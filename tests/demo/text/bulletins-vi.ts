/** The bulletins that the demonstration starts with. What they say of the law names its source. */
export const bulletinTexts = {
  vaping: {
    title: "Thuốc lá điện tử đã bị cấm: điều học sinh và cha mẹ cần biết",
    body: `Từ năm 2025, pháp luật Việt Nam cấm sản xuất, mua bán, nhập khẩu, cất giữ, vận chuyển và **sử dụng** thuốc lá điện tử, thuốc lá nung nóng và các loại khí gây nghiện, trong đó có khí cười (bóng cười). Không có ngoại lệ cho loại "không nicotin" hay "vị trái cây".

## Vì sao nguy hiểm
- Nicotin gây nghiện rất nhanh ở tuổi đang lớn, làm giảm trí nhớ và khó tập trung.
- Có loại tinh dầu bị pha ma túy tổng hợp. Nhìn hay ngửi đều không biết được.
- Hít khí cười có thể làm tê liệt tay chân.

## Nếu có người mời em
- Nói ngắn gọn: "Mình không hút", rồi đi ra chỗ khác.
- Không cầm hộ, không giữ hộ, dù chỉ một lúc.
- Kể với cha mẹ hoặc một thầy cô em tin. Người kể không có lỗi.

## Nếu em đã lỡ thử
Em không phải chịu một mình. Gọi **111**, miễn phí, ngày đêm, hoặc nói với thầy cô tư vấn. Nếu thấy khó thở, co giật, lú lẫn, hãy gọi **115** ngay.

Nguồn: Nghị quyết số 173/2024/QH15 ngày 30/11/2024 của Quốc hội.`,
  },
  bullying: {
    title: "Thấy bạn bị bắt nạt, em có thể làm gì?",
    body: `Bắt nạt là cố ý làm bạn đau, sợ hoặc bị cô lập: đánh, dọa, trấn đồ, đặt biệt danh xấu, lập nhóm nói xấu, tung ảnh. Im lặng làm bạn thấy mình chỉ có một mình. Một người lên tiếng đã đủ để thay đổi.

## Em nên
- Giữ an toàn cho mình trước. Không lao vào đánh lại.
- Gọi người lớn gần nhất: thầy cô, bảo vệ, cô bán hàng ở cổng trường.
- Ở lại bên bạn sau đó, hỏi một câu: "Bạn có muốn mình đi cùng không?"
- Không quay phim để đăng. Nếu đã có hình, chỉ đưa cho thầy cô hoặc công an.

## Nếu người bị bắt nạt là em
Đó không phải lỗi của em. Em có quyền được bảo vệ. Kể với người lớn em tin, gửi phản ánh ẩn danh trong Trường An, hoặc gọi **111**.

## Cha mẹ nên
- Nghe con kể hết rồi mới hỏi. Đừng bắt đầu bằng "Sao con không…".
- Báo nhà trường để cùng xử lý. Đừng tự tìm đến nhà người kia.

Nguồn: Luật Trẻ em số 102/2016/QH13, Điều 27; Nghị định số 80/2017/NĐ-CP về môi trường giáo dục an toàn, phòng, chống bạo lực học đường.`,
  },
  helmet: {
    title: "Đội mũ bảo hiểm: cài quai, đúng cỡ, suốt quãng đường",
    body: `Phần lớn người bị nặng nhất trong tai nạn xe máy bị thương ở đầu. Mũ đạt chuẩn, cài quai, giảm rõ rệt nguy cơ đó, kể cả khi chỉ đi vài trăm mét tới trường.

## Bốn bước mỗi sáng
- Chọn mũ có tem hợp quy CR, vừa đầu, không lỏng.
- Đội ngay ngắn, vành mũ cách lông mày khoảng hai ngón tay.
- Cài quai, luồn vừa hai ngón tay dưới cằm.
- Lắc đầu nhẹ: mũ không xê dịch là được.

## Luật nói gì
- Người lái và người ngồi sau xe mô tô, xe gắn máy, xe đạp máy (kể cả xe đạp điện) phải đội mũ bảo hiểm và cài quai đúng quy cách.
- Phải đủ **16 tuổi** mới được lái xe gắn máy; đủ **18 tuổi** và có giấy phép mới được lái xe mô tô.
- Cha mẹ giao xe cho con chưa đủ tuổi cũng bị xử phạt.

## Trước cổng trường
Không dừng xe giữa lòng đường, không chở ba. Đón con ở phía cùng bên với cổng để con không phải băng qua đường.

Nguồn: Luật Trật tự, an toàn giao thông đường bộ số 36/2024/QH15; Nghị định số 168/2024/NĐ-CP.`,
  },
  scams: {
    title: "Điện thoại báo tin dữ, đòi chuyển tiền ngay: dừng lại đã",
    body: `Kẻ lừa đảo đóng vai thầy cô, bác sĩ, công an, nhân viên giao hàng. Câu chuyện thì khác nhau, cách làm chỉ có một: **làm ta sợ, giục ta vội, bảo ta giữ bí mật**.

## Năm dấu hiệu
- "Con chị đang cấp cứu, chuyển tiền ngay thì mới mổ."
- "Anh liên quan đến một vụ án", rồi gửi lệnh bắt qua Zalo. Công an không làm việc qua điện thoại, không gửi lệnh bắt qua mạng.
- Yêu cầu đọc mã OTP, cài ứng dụng lạ, bấm vào đường dẫn.
- "Việc nhẹ lương cao", "làm nhiệm vụ nhận hoa hồng", phải nạp tiền trước.
- Dặn không được nói với ai.

## Ba việc cần làm
- **Cúp máy.** Không cãi, không giải thích.
- **Gọi lại số mình đã biết**: số của con, của cô chủ nhiệm, của công an xã.
- Nếu đã chuyển tiền: gọi ngân hàng để khóa tài khoản, giữ lại tin nhắn, báo công an gần nhất hoặc gọi **113**.

## Với các em
Ai đòi xem ảnh riêng, dọa tung ảnh, rủ gặp mặt: đừng gửi thêm gì, đừng xóa tin nhắn, kể ngay với người lớn em tin hoặc gọi **111**. Em không có lỗi.

Nguồn: Bộ luật Hình sự năm 2015, Điều 174 (lừa đảo chiếm đoạt tài sản); Luật Trẻ em số 102/2016/QH13, Điều 54.`,
  },
  drowning: {
    title: "Sông, hồ, ao tưới: phòng đuối nước cho con trẻ",
    body: `Xã ta có nhiều hồ tưới, suối và ao cá. Đuối nước xảy ra chỉ trong vài phút, thường rất yên lặng, và thường ở ngay chỗ nước quen thuộc.

## Cha mẹ
- Rào ao, đậy giếng và bể nước. Cắm biển ở chỗ nước sâu.
- Trẻ nhỏ ở gần nước phải luôn có người lớn trong tầm với tay.
- Cho con học bơi và học cách nổi. Biết bơi vẫn không xuống nước một mình.

## Các em
- Không tắm ở hồ, suối, ao khi không có người lớn biết bơi đi cùng.
- Không đi qua ngầm, suối khi nước đang lên.
- Đi thuyền phải mặc áo phao và cài khóa.

## Thấy người đuối nước
- **Kêu thật to** và gọi **114** hoặc **115**.
- **Ném** phao, can nhựa, khúc gỗ; **chìa** cây sào, khăn, áo cho người đó nắm.
- **Không nhảy xuống** nếu chưa được học cứu đuối: nhiều em mất vì nhảy xuống cứu bạn.
- Đưa được lên bờ mà người đó không thở: ép tim, thổi ngạt ngay tại chỗ. Không vác chạy, không dốc ngược.

Nguồn: Quyết định số 1248/QĐ-TTg ngày 19/7/2021 (Chương trình phòng, chống tai nạn, thương tích trẻ em giai đoạn 2021 - 2030); Luật Trẻ em số 102/2016/QH13.`,
  },
  letterBox: {
    title: "Trường mở hòm thư ẩn danh Trường An",
    body: `Từ hôm nay, học sinh, phụ huynh và thầy cô có thể kể với nhà trường những chuyện không an toàn mà **không cần nói tên**.

## Cách gửi
- Mở Trường An trong Zalo, chọn "Gửi phản ánh ẩn danh".
- Trả lời vài câu hỏi ngắn, viết những gì em biết.
- Giữ lại **mã 20 chữ số** để quay lại xem trả lời.

## Ai đọc được
Lời kể được khóa ngay trên máy của em. Chỉ bàn tiếp nhận của trường và các cơ quan được nêu trên màn hình mới mở được. Nếu em phản ánh về người làm việc ở trường, trường không được đọc: cơ quan cấp trên sẽ đọc.

## Khi đang nguy hiểm
Đừng chờ trả lời trong hòm thư. Gọi ngay **113** (công an), **114** (cứu hỏa), **115** (cấp cứu) hoặc **111** (bảo vệ trẻ em, miễn phí, ngày đêm).

Nhà trường không tìm xem ai đã viết, và không ai bị trách vì đã viết.

Nguồn: Luật Trẻ em số 102/2016/QH13, Điều 51; Nghị định số 56/2017/NĐ-CP.`,
  },
  fire: {
    title: "Nhà có cháy: bốn việc phải nhớ",
    body: `Khói làm ngạt trước khi lửa tới. Ba phút đầu tiên là quan trọng nhất, nên cả nhà cần tập trước.

## Khi có cháy
- **Báo động**: hô to "Cháy!", gọi mọi người dậy.
- **Ra ngoài**: cúi thấp, khăn ướt che mũi, men theo tường. Không đi thang máy, không quay lại lấy đồ.
- **Gọi 114**: nói rõ ở đâu, cháy cái gì, còn ai ở trong.
- **Không ra được**: vào phòng có cửa sổ, đóng cửa, chèn khe bằng vải ướt, vẫy khăn và gọi to.

## Làm ngay hôm nay
- Mở được lối thoát thứ hai: ban công, cửa sổ có chốt.
- Không sạc xe điện, điện thoại qua đêm ở lối đi.
- Cả nhà tập một lần: từ giường ra đến chỗ hẹn ngoài sân.

Nguồn: Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ số 55/2024/QH15.`,
  },
} as const;
