// What a child may be in danger of. Each group is read by child-protection people; wording is plain,
// never graphic. The number in brackets is the boundary ruling of the labelling guide.

export const danger = {
  /** Không muốn sống (1). */
  wishToDie:
    "muốn chết | chết đi cho | chết cho xong | chết quách | không muốn sống | không thiết sống | chẳng muốn sống | không muốn tồn tại | hết muốn sống | chán sống | sống làm gì | sống chi nữa | sống để làm gì | không muốn thức dậy | không muốn dậy nữa | ngủ luôn | ngủ mãi | ngủ một giấc dài | ngủ không dậy | tự tử | tự sát | quyên sinh | kết thúc tất cả | kết thúc mọi thứ | chấm dứt tất cả | kết thúc cuộc đời | biến mất khỏi | muốn biến mất | biến mất luôn | biến mất mãi | biến mất thì | không còn trên đời | nếu không có em | không có em thì | không có con thì | không có mình thì | giá như chưa từng | đừng sinh ra | không nên sinh ra | gánh nặng | đỡ gánh | nhẹ gánh | đỡ khổ cho | không ai cần em | không ai cần mình | đi theo bà | đi theo ông | đi theo mẹ | đi theo ngoại | gặp lại bà | gặp lại ông | gặp bà ngoại | sang thế giới bên kia | thế giới bên kia | hết sức rồi | không gắng được nữa | không chịu nổi nữa | chịu hết nổi | hết chịu nổi | không trụ nổi | đến đây là đủ | dừng lại ở đây | dừng ở đây | want to die | kill myself | suicide | end it | không muốn có mặt",

  /** Lời từ biệt, dặn dò, cho đồ (1). */
  goodbye:
    "vĩnh biệt | tạm biệt mọi người | tạm biệt cả nhà | chào mọi người lần cuối | lần cuối | lần cuối cùng | tin nhắn cuối | lời cuối | ngày cuối | hôm nay là ngày cuối | đừng tìm | đừng đi tìm | đừng kiếm | đừng đợi | đừng khóc | đừng buồn vì | xin lỗi ba mẹ | xin lỗi bố mẹ | xin lỗi mẹ | con xin lỗi mẹ | xin lỗi vì tất cả | cảm ơn vì tất cả | cảm ơn mọi người | cảm ơn vì đã | chăm sóc giùm | chăm giùm | nuôi giùm | nuôi hộ | chăm hộ | giữ giùm | giữ hộ | để lại cho | tặng lại | cho hết đồ | chia hết đồ | cho bạn hết | tặng hết | dọn sạch | dọn hết đồ | xoá hết ảnh | xoá hết tin | xoá nick | xoá facebook | khoá facebook | thư để lại | lá thư | để trong ngăn | mật khẩu là | mật khẩu máy | ở lại mạnh giỏi | ở lại vui | sống tốt nhé | sống tốt nha | sống thay | thay em chăm | thay con chăm | lo cho mẹ giùm | lo cho em | nhớ cho mèo ăn | nhớ cho nó ăn | không cần nữa | không dùng nữa | không dùng tới nữa | không về nữa | đi xa | đi thật xa | đi luôn | không gặp nữa | kiếp sau | đếm ngược | còn mấy ngày nữa | thư tuyệt mệnh | di chúc",

  /** Tự làm đau (2). */
  hurtingOneself:
    "rạch tay | cắt tay | cứa tay | tự rạch | tự cắt | tự đánh | tự đấm | tự cào | tự cắn | đập đầu vào | tự đập đầu | tự làm đau | tự làm mình đau | làm đau mình | làm đau bản thân | hành hạ bản thân | self harm | vết rạch | vết cắt | vết cứa | vết trên tay | dấu trên tay | vết mới ở cổ tay | cổ tay | áo dài tay | khoác kín | kéo tay áo | kéo ống tay | giấu tay | băng cổ tay | nhịn ăn | bỏ ăn | móc họng",

  /** Buồn, rút lui (1, 20). */
  lowMood:
    "buồn | buồn lắm | khóc | khóc một mình | trống rỗng | tuyệt vọng | trầm cảm | mất ngủ | không ngủ được | không muốn gặp ai | không nói chuyện với ai | lầm lì | thu mình | một mình | cô đơn | mệt mỏi | kiệt sức | chán nản | vô dụng | vô nghĩa | không còn gì | không ai hiểu | lo âu | hoảng loạn | khó thở | stress | áp lực | burnout | overthinking | vẽ toàn màu đen | tranh đen",

  /** Vũ khí (3). */
  weapon:
    "con dao | cây dao | cầm dao | mang dao | giấu dao | rút dao | đem dao | thủ dao | dao bấm | dao găm | dao phay | dao thái | dao lê | dao gọt | dao rựa | dao bầu | mã tấu | phóng lợn | cây kiếm | cầm kiếm | mã tấu | cái rìu | côn nhị khúc | ba khúc | típ sắt | tuýp sắt | ống tuýp | ống sắt | gậy sắt | gậy bóng chày | gậy ba khúc | thanh sắt | dùi cui | khẩu súng | súng tự chế | súng cồn | súng bắn bi | ná thun | bình xịt hơi cay | xịt hơi cay | roi điện | chích điện | kích điện | axit | xăng | chai xăng | bom xăng | lựu đạn | thuốc nổ | pháo | pháo nổ | pháo tự chế | kíp nổ | knuckle | nắm đấm sắt | hàng nóng | hàng lạnh | đồ chơi trong cặp | hung khí | vũ khí | knife | gun | phi tiêu | dao lam | lưỡi lam | mảnh chai | vỏ chai vỡ | kéo nhọn | tua vít | thanh kiếm | mang kiếm | cây búa | khẩu súng | cầm súng | mang súng",

  /** Đồ chơi, dụng cụ: trông như vũ khí (3). */
  harmlessTool:
    "súng nước | súng nhựa | súng đồ chơi | kiếm gỗ | kiếm nhựa | dao nhựa | dao đồ chơi | dao rọc giấy | dao rọc | dao trổ | đạo cụ | đồ chơi | mô hình | cosplay | máu giả | súng cao su | kéo thủ công | dao học thủ công | giờ công nghệ | tiết công nghệ | giờ mỹ thuật | dao gọt hoa quả | gọt trái cây | gọt hoa quả | cắt bánh",

  /** Hẹn đánh nhau (4). */
  fightPlan:
    "hẹn đánh | hẹn gặp | hẹn solo | solo | sô lô | hẹn nói chuyện | hẹn ra | hẹn nhau ra | nói chuyện phải quấy | giải quyết | xử nó | xử em | xử tao | dạy cho một bài học | dằn mặt | tính sổ | phục kích | chặn đường | chặn đánh | đón đường | đợi ở cổng | chờ ở cổng | gom người | gọi người | kêu người | kéo người | kéo qua | kéo sang | kêu thêm | rủ thêm | thuê người | úp sọt | đập hội đồng | hội đồng | đánh hội đồng | một chọi một | tới công chuyện | thanh toán | ăn thua | quyết chiến | combat | khô máu | chơi tới | quýnh",

  /** Đánh, xô, hành hung (5). */
  violence:
    "đánh em | đánh con | đánh bạn | đánh nó | đánh cháu | bị đánh | đánh nhau | đánh đập | đánh hoài | đánh liên tục | đánh túi bụi | bị đập | đấm vào | đấm em | bị đá | đá vào | đạp vào | đạp em | bị đạp | tát em | bị tát | tát bạn | tát vào | tát nhiều | cái tát | xô em | xô bạn | xô ngã | bị xô | đẩy em | đẩy ngã | bị đẩy | nắm tóc | giật tóc | kéo tóc | túm tóc | bóp cổ | siết cổ | dìm | đè xuống | vật xuống | ném vào | ném đá | chọi đá | lấy ghế | cầm ghế | gậy đánh | đập đầu | dúi đầu | nhấn đầu | hành hung | ẩu đả | xô xát | quýnh | uýnh | bị vả | khẻ tay | bắt quỳ | quỳ gối | bị hành",

  /** Thương tích, bất tỉnh, chưa được chữa (5, 13). */
  injury:
    "chảy máu | ra máu | đầy máu | toàn máu | máu me | bê bết | bầm tím | tím bầm | thâm tím | sưng vù | gãy tay | gãy chân | rách môi | rách đầu | bể đầu | mấy mũi | bất tỉnh | ngất xỉu | xỉu | nằm im | nằm bất động | bất động | co giật | sùi bọt | khó thở | không thở | thở không | tím tái | lơ mơ | mê man | lịm | nôn ra máu | chấn thương | nhập viện | nằm viện | cấp cứu | đi viện | đi bệnh viện | bệnh viện | trạm xá | không cho đi khám | không đưa đi khám | chưa đi khám | chưa ai đưa | đi cà nhắc | không nhấc được tay | không đi được | bầm tay | bầm mắt | sưng mắt | sưng mặt | bị bỏng | bị phỏng | gãy răng",

  /** Bị nhốt, mắc kẹt (5, 7, 13). */
  trapped:
    "bị nhốt | nhốt em | nhốt con | nhốt bạn | nhốt trong | nhốt ở | khoá trái | khoá cửa | khoá ngoài | mắc kẹt | kẹt trong | kẹt thang | không ra được | không cho ra | không cho về | không mở được | xích | bịt miệng | bỏ quên trên xe | trên xe không | kẹt lại",

  /** Đe doạ (6). */
  threat:
    "doạ | dọa | đe doạ | hăm doạ | doạ đánh | doạ giết | doạ chém | doạ đuổi | doạ tung | doạ đăng | giết | chém | đâm chết | chết với tao | mày chết | tao giết | tao đánh | tao chém | xử | xử đẹp | cho biết tay | biết tay | coi chừng | liệu hồn | liệu mà | cẩn thận cái | đừng trách | yên với | không yên | không để yên | không tha | xin tí | cho nằm viện | cho nghỉ học | cho một trận | no đòn | ăn đòn | đốt nhà | biết nhà | biết trường | biết đường về | theo dõi | rình | theo về | bám theo | đi theo em | lảng vảng | đứng trước nhà | mách là | nói ra là | nói ra thì | kể ra thì | mà nói | hé răng | mách lẻo | đâm em | đâm bạn | đâm chết",

  /** Xâm hại, quấy rối (7). */
  sexual:
    "sờ soạng | mò vào | đụng chạm | động chạm | chạm vào | chạm người | vuốt ve | vuốt tóc | vuốt má | vuốt lưng | ôm | ôm em | ôm từ sau | nắm tay em | đặt tay | để tay | tay lên đùi | lên đùi | vào đùi | vòng một | vòng ba | chỗ kín | vùng kín | cởi áo | cởi đồ | thay đồ | nhìn trộm | chụp lén | rình tắm | lén nhìn | tốc váy | kéo váy | kéo áo | kéo quần | tuột quần | khoe thân | khoe của | biến thái | sàm sỡ | quấy rối | xâm hại | hiếp dâm | làm nhục | gạ gẫm | gạ chat | gạ tình | ảnh nóng | ảnh nhạy cảm | ảnh không mặc | ảnh riêng tư | hình riêng | clip nóng | clip nhạy cảm | gửi ảnh | gửi hình | xin ảnh | xin hình | đòi ảnh | bắt gửi | khách sạn | nhà nghỉ | vào phòng riêng | phòng riêng | ở riêng | riêng với thầy | riêng hai | ngồi sát | ngồi lên đùi | ngủ chung | ngủ cùng | giữ bí mật | bí mật của hai | đừng kể ai | đừng nói ai | đừng nói với ai | cấm nói | cho tiền để | sugar | daddy | mang thai | có thai | có bầu | trễ kinh | phá thai | quan hệ | làm chuyện | video call | bật cam | mở cam | onlyfan | phục vụ khách | tiếp khách | sờ vào | sờ đùi | sờ mông | sờ người | ôm hôn | hôn em | gạ em",

  /** Doạ tung ảnh (7). */
  imageThreat:
    "tung ảnh | tung hình | tung clip | đăng ảnh lên | đăng hình lên | post ảnh | post pic | gửi cho bố mẹ | gửi cho ba mẹ | gửi cả lớp | gửi hết cho | leak | tung lên mạng | đăng lên mạng | không chuyển tiền | không đưa tiền thì | nếu không gửi | ghép mặt | ghép ảnh | deepfake | ảnh ghép",

  /** Bạo hành, bỏ mặc trong nhà (8). */
  familyHarm:
    "ăn đòn | đánh bằng | bắt nhịn | không cho ăn | bỏ đói | không có cơm | đuổi ra khỏi nhà | đuổi khỏi nhà | đuổi ra đường | đuổi em ra | nhốt ngoài | ngủ ngoài | ngủ ngoài hiên | ngủ ngoài đường | say rượu | say xỉn | say về | nhậu về | uống rượu về | uống say | đập phá đồ | đập bàn | cầm dao đuổi | đuổi chém | đuổi mẹ | đánh mẹ | chửi mẹ | bóp cổ mẹ | đánh má | bắt đi làm | bắt nghỉ học | bắt bỏ học | bắt làm việc | bỏ mặc | không ai nuôi | ở nhà một mình | bỏ đi mấy ngày | bạo hành | bạo lực gia đình | bắt vợ | bắt cưới | ép cưới | gả chồng | lấy chồng | lấy vợ | ăn hỏi | đám cưới | tảo hôn | sính lễ | nhận lễ | sợ về nhà | không dám về nhà | không muốn về nhà",

  /** Mất tích, dẫn đi, dụ dỗ, buôn người (9). */
  ledAway:
    "mất tích | không thấy về | chưa về nhà | chưa thấy về | chưa về | không về nhà | không liên lạc được | không gọi được | gọi không được | gọi mãi không | thuê bao | tắt máy | tắt điện thoại | khoá máy | bỏ nhà | bỏ nhà đi | trốn đi | dắt đi | dẫn đi | dắt theo | kéo lên xe | lên xe | chở đi | chở em đi | đón đi | rủ lên xe | rủ đi | rủ đi chơi xa | cho kẹo | cho quà rồi | hứa mua | đi theo người | đi với người | đi cùng người | bắt cóc | việc nhẹ lương cao | lương cao | làm bên campuchia | campuchia | sang lào | qua biên giới | biên giới | sang trung quốc | trung quốc | đi nước ngoài | bao ăn ở | không cần giấy tờ | giữ giấy tờ | giữ căn cước | mua vé cho | xe khách đêm | ra bến xe | bến xe | sân bay | đi gặp | gặp mặt | gặp ngoài đời | hẹn gặp mặt | người lạ đón | người lạ hỏi | đi nhờ | cho đi nhờ | theo dõi điện tử | phục vụ điều tra | rửa tiền | lệnh bắt | giữ bí mật với gia đình | cô lập | vào khách sạn ở | thuê phòng",

  /** Ma tuý, chất kích thích (10). */
  drugs:
    "ma tuý | ma tuý đá | hàng đá | chơi đá | cần sa | hít cần | tài mà | thuốc lắc | bay lắc | đi bay | bóng cười | hít bóng | khí cười | funky | nước vui | nước biển | trà sữa lạ | tem giấy | bùa lưỡi | lsd | hít keo | hít cái gì | hít xong | phê | ngáo | ngáo đá | bán thuốc | viên thuốc | gói bột | gói trắng | bột trắng | kẹo lạ | pod lạ | pod chill | chill | tinh dầu lạ | pha gì vào | bỏ gì vào | bỏ thuốc | chuốc thuốc | thử hàng | giao hàng giùm | giao hàng giúp | sốc thuốc | shock thuốc | quá liều | đập đá | nghiện | thuốc ho | dextro | tramadol | ống thuốc | cho kẹo lạ | kẹo lạ | hút cỏ | chơi ke",

  /** Thuốc lá, pod, rượu bia (10). */
  vaping:
    "pod | vape | thuốc lá | thuốc lá điện tử | hút thuốc | hút pod | hút vape | hút lén | hút trong | nhả khói | thuốc lào | shisha | rượu | bia | uống bia | uống rượu | say | đầu pod | tinh dầu | cigar",

  /** Trấn lột (11). */
  extortion:
    "trấn lột | xin đểu | lột tiền | lột đồ | cướp tiền | cướp điện thoại | giật tiền | giật điện thoại | bắt đưa tiền | ép đưa tiền | đòi tiền | đòi đưa | phải đưa tiền | phải nộp | bắt nộp | nộp tiền | bắt nạp | nạp thẻ | nạp game | thu phí | tiền bảo kê | đóng tiền cho | phải đưa | đưa đồ ăn | lấy tiền ăn sáng | lấy tiền ăn | lấy tiền em | lấy tiền tiêu | tiền ăn sáng | nộp đồ | cống nạp | phí đi qua | tiền đường | mua nước cho | bắt mua | ép mua | bắt bao | bắt làm bài | chép bài cho | bắt chép bài | góp quỹ cho | đưa 50k | nộp 50k | lấy 50k | đòi 50k",

  /** Nợ, cờ bạc, cho vay (14). */
  debt: "cá độ | cá cược | đánh bài | đánh bạc | bài bạc | tài xỉu | xóc đĩa | game bài | casino | thua bạc | thua độ | độ banh | bắt độ | ghi nợ | thiếu nợ | nợ tiền | mắc nợ | nợ app | vay app | vay nóng | vay nặng lãi | vay tiền | cho vay | tiền lãi | lãi ngày | tính lãi | siết nợ | đòi nợ | cầm xe | cầm đồ | cầm điện thoại | cầm căn cước | cắm xe | tín dụng đen | gán nợ",

  /** Cháy, điện, khí (13). */
  fire: "bốc cháy | bốc khói | khói đen | mùi khét | khét | mùi gas | xì gas | rò gas | rò ga | chập điện | toé lửa | toé | tia lửa | phát nổ | điện giật | giật điện | tê tay | dây điện | dây điện hở | ổ điện | ổ cắm | cầu dao | lối thoát | cửa thoát hiểm | thoát hiểm | bình chữa cháy | chuông báo cháy | báo cháy | pccc | phòng cháy | nướng | đốt rác | đốt giấy | đốt | bật lửa | bốc khói | khói nhiều | lửa cháy | cháy lớn | cháy rồi | cháy to | đám cháy | mùi khói",

  /** Ăn uống, ngộ độc (13). */
  food: "ngộ độc | nôn ói | buồn nôn | tiêu chảy | đau bụng | nổi mẩn | dị ứng | cơm có | con gián | có tóc | thiu | hết hạn | hết date | quá hạn | sữa chua | suất ăn | bữa trưa | bữa xế | bán trú | căng tin | căn tin | thực đơn | nhà bếp | bếp ăn | đồ ăn | thức ăn | xiên que | xúc xích | nước đá | trà sữa | bánh mì | hàng rong | bán hàng rong | cơm sống",

  /** Tai nạn, đuối nước, thiên tai (5, 9, 13). */
  accident:
    "tai nạn | chìm | rơi xuống | té lầu | ngã lầu | ngã cầu thang | té cầu thang | rớt xuống | sập trần | sập tường | đổ xuống | đổ tường | cây đổ | nước lên | nước cuốn | cuốn trôi | ngập | qua suối | tắm suối | tắm sông | hồ bơi | rắn cắn | ong đốt | ong chích | đâm xe | xe tông | bị xe | lật xe | xe lật | mất phanh | say xe | sét đánh",

  /** Người lạ vào, tụ tập (9). */
  trespass:
    "người lạ vào | vào trường | trèo tường | leo tường | leo rào | vô trường | đột nhập | xông vào | lảng vảng | rình rập | tụ tập | tập trung đông | đám đông | đứng trước cổng | trước cổng trường | ngoài cổng | kéo tới trường | chạy xe rú | rú ga | nẹt pô | bô xe | đua xe | gây rối | hát karaoke | nhảy nhót | mở loa",

  /** Bạo lực mạng (7, bảng nhóm). */
  online:
    "đăng lên | đăng bài | đăng hình | đăng ảnh | đăng clip | quay clip | quay lại | quay video | quay phim | livestream | phát tán | lan truyền | lan khắp | bóc phốt | phốt | confession | cfs | page trường | page | group | nhóm chat | nhóm kín | nhóm zalo | comment | bình luận | chửi trên mạng | nick giả | giả mạo | giả nick | lập nick | lập acc | hack nick | hack | meme | chế ảnh | story | up story | tag | share | nói xấu trên | tiktok | facebook | instagram | số nhà lên | địa chỉ lên | thông tin cá nhân",

  /** Lừa đảo mạng (9, 14). */
  scam: "bị lừa | lừa đảo | lừa tiền | mất tiền | mất 50k | chuyển khoản | chuyển tiền | tiền cọc | otp | mã otp | link lạ | bấm link | trúng thưởng | nhận quà | giả danh | mạo danh | giả công an | deepfake giọng | đơn hàng | làm nhiệm vụ | ctv | hoa hồng | giật đơn | bán acc | mua acc | mất nick | mất acc | vé concert | chặn em luôn | khoá fb | bùng tiền | scam",

  /** Bắt nạt, cô lập (bảng mức). */
  bullying:
    "bắt nạt | trêu | trêu chọc | chọc | chọc ghẹo | ghẹo | chế giễu | chế nhạo | giễu | cười nhạo | cười vào | cười em | nhại | đặt biệt danh | biệt danh | gọi em là | gọi là | kêu em là | kêu là | cô lập | tẩy chay | không ai chơi | không cho chơi | không chơi với | không cho ngồi | ngó lơ | nói xấu | nói kháy | nói sau lưng | lườm nguýt | liếc | giấu dép | giấu cặp | giấu đồ | giấu | ném cặp | vứt cặp | xé vở | vẽ bậy lên | dán giấy | sai vặt | bắt trực thay | bắt xách cặp | nghèo | mập | xấu | nói lắp | dân tộc | bê đê | pê đê | khuyết tật | mồ côi | không có bố | không có ba | đẩy ra khỏi nhóm | kick khỏi nhóm | out nhóm | dằn mặt | cả lớp cười | khinh | miệt thị | body shaming | toxic",

  /** Hành vi của người làm ở trường (12). */
  staffHarm:
    "bắt quỳ | đứng nắng | phơi nắng | chạy vòng sân | tát học sinh | đánh học sinh | đánh bằng thước | khẻ thước | quất thước | cây thước | ném phấn | ném sách | véo tai | xách tai | cắt tóc | chửi học sinh | mắng học sinh | sỉ nhục | bêu | đuổi học | đuổi ra khỏi lớp | hạ hạnh kiểm | cho điểm | trừ điểm | điểm thấp | không cho thi | trù dập | ghét em | thiên vị | học thêm nhà cô | học thêm | ép học thêm | thu tiền | khoản thu | quỹ lớp | quỹ trường | bắt đóng | bắt ký | tự khai | bắt viết | im lặng | đừng làm lớn | giữ tiếng | thành tích | bao che | giấu chuyện | làm ngơ | đi muộn | bỏ tiết | bấm điện thoại | nhậu trong trường | hút thuốc trong | không cho đi vệ sinh | nhốt vào kho",
} as const;
