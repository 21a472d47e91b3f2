// What turns a frightening word into a harmless one, and the other way round.

export const frames = {
  /** Trò chơi. */
  game: "liên quân | free fire | ff | pubg | lol | liên minh | valorant | minecraft | roblox | genshin | among us | mini world | game | trong game | rank | leo rank | rớt rank | tuột rank | top 1 | squad | duo | team | đồng đội | farm | skin | headshot | combat | full team | hồi sinh | bắn tỉa | đi rừng | gank | feed | mvp | penta | cờ vua | fc | bóng đá | đội bóng | trận bóng | penalty | fan | idol | real",

  /** Nói quá, đùa. */
  figure:
    "cười chết | cười xỉu | cười ngất | cười đau bụng | cười sặc | cười bể bụng | cười lăn | chết cười | chết mất | mệt chết | đói chết | nóng chết | lạnh chết | buồn ngủ chết | buồn ngủ quá | mệt xỉu | chán chết | sợ chết khiếp | xấu hổ chết | quê chết | nhục quá | ngại chết | đẹp chết | dễ thương chết | dễ thương xỉu | ngon chết | iu chết | yêu chết | thèm chết | giết tao đi | giết tau đi | giết em đi | chết lâm sàng | lên bàn thờ | đăng xuất | xỉu up | xỉu ngang | deadline dí | deadline | dí chết | đề thi giết | đề giết | tàn sát | tra tấn | hành xác | hành hạ não | bay màu | toang | banh xác | sấp mặt | ăn hành | tim ngừng đập | nổ não | cháy não | cháy máy | cháy hàng | cháy phố | bom hàng | bom tấn | đốt tiền | ném tiền | thả tim | đánh bay | cú lừa | ác mộng | ám ảnh | địa ngục | cực hình | chịu chết | bó tay",

  joke: "đùa thôi | đùa tí | giỡn | giỡn thôi | giỡn chơi | nói giỡn | nói đùa | chơi thôi | cho vui | cà khịa | troll | tấu hài | cá tháng tư",

  /** Truyện, phim, bài học, tin tức. */
  quoted:
    "trong truyện | trong phim | bộ phim | phim | tiểu thuyết | nhân vật | bài hát | lời bài hát | câu hát | mv | bài thơ | câu thơ | ca dao | tục ngữ | thành ngữ | tác phẩm | đoạn trích | bài văn | bài tập | bài học | đề bài | đề văn | đề thi | tập làm văn | thuyết trình | kịch | vở kịch | tập kịch | diễn kịch | đóng vai | kịch bản | tin tức | bản tin | báo đăng | đọc báo | trên tivi | tivi | thời sự | vtv | bài báo | tin nóng | ở mỹ | ở nước ngoài | nước ngoài | dịch câu | dịch giúp | tiếng anh | chiến tranh | tấm cám | thạch sanh | chí phèo | thuý kiều | lão hạc | conan | anime | manga | wattpad | podcast | công thức | định lý | thí nghiệm | giờ hoá | giờ sinh",

  /** Hỏi giả định. */
  supposed:
    "ví dụ | nếu như | nếu có | nếu lỡ | lỡ thấy | lỡ gặp | lỡ như | trường hợp | tình huống | trong tình huống | tập huấn | bài kỹ năng | kỹ năng sống | hỏi cho biết | để biết | để phòng | phòng khi | phòng tránh | tuyên truyền | cuộc thi | hùng biện | khảo sát | làm poster | làm báo tường | bài dự thi",

  /** Phủ định. */
  denial:
    "không có | không phải | không bị | không ai | không hề | chưa từng | chưa bao giờ | chưa bị | đâu có | nào có | làm gì có | không sao đâu | không có gì | không có chi | hổng có | chẳng có | chẳng ai | chả ai | chả có | chẳng bị | không đánh | không doạ | không muốn chết | không định | không tự tử | không phải đánh | không phải bạo lực | hiểu lầm | hiểu nhầm | nghe đồn | tin đồn",

  /** Rút lại lời. */
  takenBack:
    "em đùa thôi | em nói chơi | đừng để ý | quên đi ạ | bỏ qua đi | coi như chưa | coi như em chưa | đừng lo | đừng gọi | không cần gọi | em ổn | em ổn mà | con ổn | mình ổn | em không sao | con không sao | em bình thường | xoá giùm em | rút lại",

  /** Lộ ra khi chối. */
  butReally:
    "chứ không phải | mà là | nhưng mà | nhưng | có điều | chỉ là | chỉ có | thật ra | thực ra | dặn là | dặn ai hỏi | bảo là té | nói là té | kêu em nói | bắt nói là",

  /** Thử, chào, quảng cáo, lạc trang. */
  noReport:
    "thử xem | gửi thử | alo | một hai ba | hello | chào ad | chào admin | admin | ad ơi | xin chào | chào buổi | chúc mừng | ai đó rep | có ai không | kết bạn | add | follow | theo dõi kênh | đăng ký kênh | like | tuyển | tuyển ctv | tuyển dụng | cộng tác viên | việc làm thêm | thanh lý | giảm giá | khuyến mãi | sale | freeship | liên hệ ngay | inbox ngay | giá rẻ | vay vốn | hotline | quên mật khẩu | mật khẩu | đăng nhập | không vào được | app lỗi | lỗi app | tải về | tải bản tin | cập nhật | bản tin | thời khoá biểu | tkb | xem điểm | điểm số | bảng điểm | bài tập về nhà | btvn | giải giúp | giải hộ | đáp án | mấy giờ học | nghỉ không | mai nghỉ | mai có học | ai làm bài | ai còn ảnh | ai đi | ai chơi | rủ | đi ăn gì | ăn gì | nhầm nhóm | nhầm chỗ | gửi nhầm | lộn nhóm | xin file | xin link | gửi file",
} as const;
