// Matters that are seldom urgent, and texts that are no report.

export const matters = {
  traffic:
    "cổng trường | kẹt xe | ùn tắc | vượt đèn | đèn đỏ | không đội mũ | mũ bảo hiểm | xe máy điện | xe điện | xe ôm công nghệ | xe tải | xe ben | xe khách | xe buýt | xe ba bánh | đi ngược chiều | lạng lách | phóng nhanh | chạy nhanh | đậu xe | đỗ xe | dừng xe | vỉa hè | lòng đường | qua đường | băng qua đường | vạch kẻ đường | gờ giảm tốc | biển báo | đèn tín hiệu | giao thông | ngã tư | ngã ba | khúc cua | chưa có bằng | chưa đủ tuổi | phân khối",

  theft:
    "mất trộm | ăn cắp | ăn trộm | trộm | lấy trộm | mất xe | mất tiền | mất điện thoại | mất áo | mất cái | nhặt được | lượm được | để quên | thất lạc | vẽ bậy | vẽ lên | viết bậy | đập phá | phá hoại | làm hỏng | làm bể | xì lốp | xì bánh | rạch yên | rạch xe | bẻ khoá | bẻ cây | nhổ cây | phá vườn | bẻ gương | khắc lên bàn",

  facility:
    "nhà vệ sinh | bồn cầu | vòi nước | bồn rửa | hết nước | không có nước | nước uống | bình nước | máy lọc | hết giấy | xà phòng | quạt hỏng | quạt trần | máy lạnh | điều hoà | bóng đèn | đèn hỏng | thiếu sáng | ổ cắm | bàn ghế | cái ghế | ghế gãy | cửa sổ | cửa kính | cửa lớp | rèm | mái tôn | mưa dột | trần nhà | nứt | lan can | cầu thang | sân trường | sân bóng | trượt | rác | thùng rác | mùi hôi | chuột | wifi | mạng yếu | máy chiếu | loa rè | loa | micro | bảng trơn | sách thư viện | phòng máy | máy tính | nhà xe | nhà để xe | hàng rào | cây xanh | bị nghẹt | bị hỏng | bị hư | hư rồi | hỏng rồi | sửa giùm | sửa giúp | thay giúp",

  suggestion:
    "đề nghị | kiến nghị | góp ý | đề xuất | mong trường | mong nhà trường | xin nhà trường | xin trường | xin cấp | xin thêm | xin mở | nên có | nên mở | có thể mở | lắp thêm | thêm giờ | tổ chức | câu lạc bộ | clb | ngoại khoá | tập huấn | buổi nói chuyện | workshop",

  question:
    "cho em hỏi | cho con hỏi | cho tôi hỏi | cho mình hỏi | cho hỏi | em hỏi | muốn hỏi | xin hỏi | hỏi cho biết | hỏi chơi | hỏi vậy thôi | hỏi giùm | hỏi giúp | hỏi hộ | mấy giờ | ở đâu ạ | ở đâu vậy | thế nào ạ | như thế nào ạ | làm sao để | cách nào | có được không | được không ạ | thủ tục | quy trình | nội quy | quy định | giấy tờ | hồ sơ | đơn xin | giờ mở cửa | lịch | đăng ký | có bị phạt không | có vi phạm | có đúng không",

  praise:
    "cảm ơn cô | cảm ơn thầy | cảm ơn chú | cảm ơn các chú | cảm ơn bác | cảm ơn các thầy | em cảm ơn | xin cảm ơn | khen | tuyên dương | biểu dương | tốt bụng | dễ thương | nhiệt tình | tận tình | tận tâm | chu đáo | giúp em | giúp đỡ em | 10 điểm | mười điểm | ngon lắm | sạch sẽ | tuyệt vời | yêu cô | quý thầy | biết ơn | trả lại của rơi | nhặt được của rơi",

  counsel:
    "tư vấn | xin tư vấn | tư vấn tâm lý | phòng tâm lý | tâm sự | nói chuyện với ai | muốn nói chuyện | muốn gặp cô | gặp cô tư vấn | gặp chuyên gia | cần người nghe | lắng nghe | cho lời khuyên | xin lời khuyên | nên làm sao | nên làm gì | phải làm sao | em nên | lo lắng | lo thi | hồi hộp | thất tình | chia tay | crush không | áp lực học | áp lực thi | chọn trường | chọn nghề | chuyển cấp | mất động lực | không có bạn | khó kết bạn",
} as const;
