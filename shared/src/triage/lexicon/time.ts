// When: now, within a day, later, again and again, long ago.

export const time = {
  /** Đang xảy ra. */
  now: "ngay bây giờ | bây giờ | lúc này | ngay lúc này | hiện tại | hiện giờ | đang | vẫn đang | nãy giờ | mới vừa | vừa mới | vừa nãy | vừa xong | vừa | hồi nãy | khi nãy | chừ đang | giờ đang | tới liền | nhanh lên | lẹ lên | mau lên | cứu với | cứu bạn | giúp với | tới liền | đến ngay | lên ngay | xuống ngay | ra ngay | qua ngay | phút nữa | phút trước | phút rồi | chưa tỉnh | chưa về | chưa ra | còn trong | đang ở | đang đứng | đang trên đường | trên đường",

  /** Trong hôm nay, tối nay, sáng mai. */
  today:
    "hôm nay | bữa nay | bựa ni | bữa ni | sáng nay | sáng ni | trưa nay | trưa ni | chiều nay | chiều ni | tối nay | tối ni | đêm nay | đêm ni | khuya nay | tan học | tan trường | ra về | giờ về | lát nữa | lát về | chút nữa | tí nữa | xíu nữa | hết tiết | tiết sau | tiết cuối | ngày mai | sáng mai | mai | sớm mai | mai đi học | mai lên trường | tối mai | đúng 8h",

  /** Để sau. */
  later:
    "tuần sau | tuần tới | cuối tuần | thứ bảy này | chủ nhật này | thứ sáu này | thứ hai tới | thứ ba tới | tháng sau | tháng tới | sau tết | ra tết | qua tết | hè này | hè tới | nghỉ hè | thi xong | sau khi thi | cuối tháng | cuối kỳ | sang năm | năm sau | ngày mốt | sắp tới | bữa nào | hôm nào | khi nào rảnh",

  /** Lặp đi lặp lại. */
  again:
    "hoài | hoài luôn | suốt | suốt ngày | suốt tuần | ngày nào | hôm nào cũng | bữa nào cũng | đêm nào | tối nào | tuần nào | tháng nào | lần nào | lúc nào cũng | thường xuyên | liên tục | mấy lần | nhiều lần | hai lần | ba lần | bốn lần | 3 lần | lần thứ | mấy bữa | mấy hôm | mấy tuần | mấy tháng | cả tuần | cả tháng | mỗi ngày | mỗi lần | mỗi tuần | mỗi tối | hằng ngày | từ đầu năm | riết | hay | toàn | lại nữa | tiếp tục | vẫn còn | hai tháng nay | tháng nay | bữa giờ | lâu nay",

  /** Vài ngày qua. */
  days: "hôm qua | bữa qua | tối qua | đêm qua | sáng qua | chiều qua | hôm kia | hôm trước | hôm bữa | bữa trước | bữa hổm | bữa tê | mấy hôm trước | tuần trước | tuần rồi | hôm nọ | hôm thứ | cuối tuần rồi | tháng trước | tháng rồi",

  /** Đã lâu. */
  past: "năm ngoái | năm trước | năm kia | hồi lớp | hồi nhỏ | hồi tiểu học | hồi cấp | hồi đó | hồi xưa | ngày xưa | trước kia | trước đây | đã lâu | lâu rồi | từng | từng bị | năm lớp | kỳ trước | học kỳ trước | mấy năm trước | hai năm trước | chuyện cũ | lúc trước | dạo trước",

  /** Đã xong, đã ổn. */
  over: "ổn rồi | đã ổn | hết rồi | xong rồi | đã xin lỗi | xin lỗi rồi | làm hoà | đã tịch thu | tịch thu rồi | đã thu | đã xử lý | xử lý rồi | chuyển đi rồi | nghỉ dạy | nghỉ việc | bị bắt rồi | đã xoá | xoá rồi | xoá hết | không còn | không gặp nữa | không còn liên lạc | đã khỏi | khỏi rồi | đã khoẻ | đã sửa | chấm dứt | đã bỏ | bỏ rồi | không sao | may không sao | không ai sao | bình thường lại | vui lại | giờ ổn | nay ổn",
} as const;
