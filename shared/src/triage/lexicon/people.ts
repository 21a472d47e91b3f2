// Who is spoken of. Phrases are written as people write them and matched without tone marks, so a
// word that would then mean something else ("cô", "thầy", "ba", "chú" alone) stands with a neighbour.

export const people = {
  /** Người viết nói về chính mình. */
  writer:
    "em bị | con bị | mình bị | tớ bị | tui bị | cháu bị | đánh em | doạ em | bắt em | ép em | rủ em | nhắn em | của em | của con | của mình | em sợ | con sợ | tớ sợ",

  /** Học sinh, bạn bè. */
  peer: "bạn cùng lớp | bạn cùng bàn | bạn cùng phòng | bạn ấy | bạn đó | bạn nam | bạn nữ | các bạn | mấy bạn | một bạn | bạn kia | bạn lớp | bạn ngồi | lớp trưởng | lớp phó | sao đỏ | đàn anh | anh lớp | chị lớp | anh khối | chị khối | khối trên | lớp trên | lớp bên | lớp kia | trường bên | trường khác | nhóm bạn | hội chị | nhóm anh | mấy anh chị | mấy anh | mấy chị | tụi nó | bọn nó | tụi kia | bọn kia | tụi lớp | bọn lớp | tụi con gái | tụi con trai | mấy đứa | thằng kia | con nhỏ | nhỏ kia | thằng nhỏ | đứa kia | tụi hắn | bọn hắn | bọn họ | đứa bạn | thằng bạn | học sinh lớp | học sinh khối | nhóm học sinh | em lớp | em học sinh | hot boy | crush | người yêu cũ | bạn trai | bạn gái",

  /** Người làm việc cho trường. */
  staff:
    "thầy giáo | cô giáo | thầy chủ nhiệm | cô chủ nhiệm | giáo viên | chủ nhiệm | thầy dạy | cô dạy | thầy thể dục | cô thể dục | thầy toán | cô toán | cô văn | thầy lý | thầy hoá | cô hoá | cô anh | thầy tin | thầy bộ môn | cô bộ môn | giám thị | quản sinh | quản nhiệm | thầy quản lý | cô quản lý | hiệu trưởng | hiệu phó | phó hiệu trưởng | ban giám hiệu | thầy hiệu | cô hiệu | bảo vệ trường | chú bảo vệ | bác bảo vệ | ông bảo vệ | anh bảo vệ | bảo vệ ca | cô lao công | bác lao công | cô cấp dưỡng | cấp dưỡng | nhà bếp | bếp trưởng | bảo mẫu | cô nuôi | cô bán trú | tài xế xe trường | tài xế xe đưa | chú tài xế | bác tài | xe đưa rước | huấn luyện viên | hlv | thầy huấn luyện | cô y tế | thư viện viên | cô thư viện | thủ thư | tổng phụ trách | thầy tổng | cô tổng | quản lý ký túc | quản lý nội trú | thầy trực | cô trực | thầy phụ trách | cô phụ trách | giáo viên chủ nhiệm | thầy nói | cô nói | thầy bảo | cô bảo | thầy bắt | cô bắt | thầy đánh | thầy tát | cô tát | thầy phạt | cô phạt | thầy chửi | cô chửi | thầy gọi | thầy nhắn | thầy rủ | thầy kêu | cô kêu | thầy cứ | cô cứ | thầy hay | cô hay | thầy ấy | cô ấy | thầy cô",

  /** Người trong nhà, họ hàng, người yêu của bố mẹ. */
  family:
    "bố em | bố con | bố mình | bố tớ | bố cháu | mẹ em | mẹ con | mẹ mình | mẹ tớ | ba em | ba con | má con | ba má | bố mẹ | ba mẹ | cha mẹ | cha em | tía em | tía con | tía tui | bố dượng | cha dượng | ba dượng | mẹ kế | dì ghẻ | bồ của mẹ | bạn trai mẹ | bạn trai của mẹ | người yêu mẹ | bạn gái ba | vợ mới của | ông nội | ông ngoại | bà nội | bà ngoại | ông bà | cậu ruột | cậu út | cậu em | chú ruột | chú út | bác ruột | bác hai | dì út | cô ruột | cô út | mợ em | thím | anh trai | anh ruột | anh hai | anh họ | chị gái | chị hai | chị họ | em họ | em gái | em trai | anh rể | con rể | họ hàng | người nhà | trong nhà | ở nhà em | nhà em | nhà con | gia đình em | gia đình",

  /** Người ngoài: không làm ở trường, không trong nhà. */
  outsider:
    "người lạ | ông lạ | chú lạ | anh lạ | người đàn ông | người phụ nữ | đàn ông | thanh niên | thanh niên lạ | đối tượng | hàng xóm | chủ quán | chủ tiệm | chủ trọ | chủ nhà trọ | bà chủ | ông chủ | shipper | xe ôm | tài xế xe khách | ông bán | người ngoài | dân ngoài | người trên mạng | quen trên mạng | quen qua mạng | bạn trên mạng | nick lạ | số lạ | tài khoản lạ | người ta nhắn | ông kia | ông nào | bà kia | mấy ông | tên kia | tên đó | phụ huynh của | phụ huynh lớp | bố bạn | mẹ bạn | ba bạn | phụ huynh bạn | chủ nợ | đòi nợ thuê | giang hồ | dân xã hội | anh hàng xóm | bác hàng xóm | chú hàng xóm | gia sư | anh kia lớn | anh lớn tuổi | hơn em mười | môi giới",

  /** Công an, dân quân, dân phòng. */
  police:
    "công an | công an viên | cảnh sát | csgt | cảnh phục | dân quân | dân phòng | tuần tra | trực ban | đồn công an | trụ sở công an | biên phòng",

  /** Cán bộ xã, thôn. */
  official:
    "cán bộ xã | cán bộ thôn | uỷ ban xã | ubnd | chủ tịch xã | phó chủ tịch | trưởng thôn | tổ trưởng | già làng | cán bộ phường | cán bộ văn hoá",

  /** Không rõ ai. */
  unknownPerson:
    "ai đó | không biết ai | chưa biết ai | không rõ ai | kẻ nào | đứa nào | không rõ | nick ảo | acc ảo | acc clone | nick giả | ẩn danh | giấu mặt | có người",

  /** Trẻ nhỏ. */
  youngChild:
    "em bé | bé | mấy bé | các cháu | cháu bé | bé lớp | trẻ em | mầm non | mẫu giáo | lớp một | lớp hai | tiểu học | em nhỏ",
} as const;
