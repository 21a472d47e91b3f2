/** Everything that alerts say. An alert never tells what happened, where, or to whom. */
export const alertText = {
  waiting: "Có việc cần xem",
  open: "Mở bàn tiếp nhận",
  received: "Tôi đã nhận",
  orAnswer: "Bấm “Tôi đã nhận”, hoặc trả lời 1.",
  botOrAnswer: (url: string) => `Mở bàn tiếp nhận: ${url}\nĐã nhận tin thì trả lời 1.`,
  letter: (url: string) => `Có việc cần xem.\n\nMở bàn tiếp nhận: ${url}\n`,
  /** For the gaps of a ZNS template: the same for every desk, level and person. */
  template: { desk: "Bàn tiếp nhận Trường An", level: "cần xem", person: "anh/chị" },
  trial: "Đây là tin thử. Kênh báo này đang dùng được.",
  trialLetter: "Đây là tin thử. Kênh báo này đang dùng được, anh/chị không cần làm gì thêm.\n",
} as const;

/** What the Bot says to whoever writes to it; of "received" the Official Account says the same. */
export const botAnswers = {
  linked: () => "Đã nối tài khoản này với anh/chị. Từ giờ tin báo việc sẽ tới đây.",
  "wrong-code": () =>
    "Mã này không dùng được hoặc đã hết hạn. Anh/chị mở bàn tiếp nhận, vào “Kênh báo của tôi” để lấy mã mới, rồi gửi lại.",
  "too-many-codes": () =>
    "Đã có quá nhiều mã sai từ tài khoản này. Anh/chị đợi một giờ rồi thử lại.",
  "someone-elses": () =>
    "Tài khoản này đã nối với một người khác. Người đó bấm “Bỏ nối” trước, rồi anh/chị mới nối được.",
  acknowledged: () =>
    "Đã ghi nhận: anh/chị đã nhận tin báo. Việc vẫn chờ người nhận xử lý, nên xin mở bàn tiếp nhận và bấm “Nhận xử lý”.",
  "nothing-to-acknowledge": () => "Lúc này không có tin báo nào chờ anh/chị trả lời.",
  "who-we-are": (appLink: string) =>
    `Đây là máy tự động báo việc cho người trực, không đọc được lời nhắn.\n\nNguy hiểm thì gọi ngay 113, bị thương gọi 115, cần người lớn giúp gọi 111.\n\nMuốn gửi phản ánh ẩn danh: ${appLink}`,
} as const satisfies Readonly<Record<string, (appLink: string) => string>>;

/** Letters to the operator: which way of reaching people has stopped, and when it works again. */
export const operatorText = {
  channels: {
    "oa-message": "Tin nhắn Zalo OA",
    zns: "Tin ZNS theo số điện thoại",
    bot: "Zalo Bot",
    email: "Email",
  },
  fails: (channel: string) => ({
    subject: `Trường An: ${channel} đang không gửi được`,
    text: `${channel} đang không gửi được cho ai. Tin báo vẫn đi bằng các kênh khác của từng người.\n\nXem trang Trạng thái trong bàn tiếp nhận để biết từ lúc nào và mã lỗi.\n`,
  }),
  worksAgain: (channel: string) => ({
    subject: `Trường An: ${channel} đã gửi được trở lại`,
    text: `${channel} đã gửi được trở lại.\n`,
  }),
  nobody: {
    subject: "Trường An: có người trực không gọi được bằng kênh nào",
    text: "Có người trực mà không kênh báo nào đến được, hoặc có bàn chưa có ai trực. Đồng hồ vẫn chạy và nơi tiếp theo vẫn được báo.\n\nXin kiểm tra kênh báo và lịch trực trong bàn tiếp nhận.\n",
  },
  token: {
    subject: "Trường An: cần cấp lại quyền Zalo",
    text: "Zalo không nhận mã truy cập của Official Account nữa, hoặc mã sắp hết hạn mà chưa làm mới được. Tin Zalo OA và ZNS sẽ dừng.\n\nXin mở trang nhà phát triển của Zalo để cấp quyền lại.\n",
  },
  notices: {
    subject: "Trường An: không gửi được thông báo của Mini App",
    text: "Zalo từ chối thông báo “có bản tin mới” của Mini App cho mọi người: hết lượt, sai khóa, hoặc địa chỉ máy chủ chưa được phép. Các thông báo còn lại được giữ, và máy tự thử lại mười phút một lần.\n\nXin kiểm tra khóa, danh sách địa chỉ và hạn mức trong trang nhà phát triển của Zalo.\n",
  },
  noticesAgain: {
    subject: "Trường An: thông báo của Mini App đã gửi được trở lại",
    text: "Thông báo của Mini App đã gửi được trở lại. Những thông báo còn giữ đang được gửi tiếp.\n",
  },
  webhook: {
    subject: "Trường An: tin từ Zalo có chữ ký không đúng",
    text: "Nhiều lần liền, sự kiện gửi tới máy chủ mang chữ ký không khớp với cài đặt, và chưa có sự kiện nào khớp. Nếu kéo dài, Zalo sẽ ngừng gửi và kênh trò chuyện im lặng.\n\nXin kiểm tra ZALO_APP_ID, ZALO_OA_ID, ZALO_OA_SECRET, ZALO_SIGNATURE_ID và ZALO_SIGNATURE_SECRET, rồi bật lại webhook trong trang nhà phát triển của Zalo.\n",
  },
  webhookAgain: {
    subject: "Trường An: tin từ Zalo đã có chữ ký đúng",
    text: "Máy chủ đã nhận được sự kiện có chữ ký đúng của Zalo.\n",
  },
  tokenAgain: {
    subject: "Trường An: quyền Zalo đã dùng được trở lại",
    text: "Mã truy cập của Official Account đã dùng được trở lại.\n",
  },
} as const;
