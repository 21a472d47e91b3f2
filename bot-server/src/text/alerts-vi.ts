/** Everything that alerts say. An alert never tells what happened, where, or to whom. */
export const alertText = {
  waiting: "Có việc cần xem",
  open: "Mở bảng làm việc",
  received: "Tôi đã nhận",
  orAnswer: "Bấm “Tôi đã nhận”, hoặc trả lời 1.",
  botOrAnswer: (url: string) => `Mở bảng làm việc: ${url}\nĐã nhận tin thì trả lời 1.`,
  letter: (url: string) => `Có việc cần xem.\n\nMở bảng làm việc: ${url}\n`,
  /** For the gaps of a ZNS template: the same for every desk, level and person. */
  template: { desk: "Bàn tiếp nhận Trường An", level: "cần xem", person: "anh/chị" },
  trial: "Đây là tin thử. Kênh báo này đang dùng được.",
  trialLetter: "Đây là tin thử. Kênh báo này đang dùng được, anh/chị không cần làm gì thêm.\n",
} as const;

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
    text: `${channel} đang không gửi được cho ai. Tin báo vẫn đi bằng các kênh khác của từng người.\n\nXem trang Trạng thái trong bảng làm việc để biết từ lúc nào và mã lỗi.\n`,
  }),
  worksAgain: (channel: string) => ({
    subject: `Trường An: ${channel} đã gửi được trở lại`,
    text: `${channel} đã gửi được trở lại.\n`,
  }),
  nobody: {
    subject: "Trường An: có người trực không gọi được bằng kênh nào",
    text: "Có người trực mà không kênh báo nào đến được, hoặc có bàn chưa có ai trực. Đồng hồ vẫn chạy và nơi tiếp theo vẫn được báo.\n\nXin kiểm tra kênh báo và lịch trực trong bảng làm việc.\n",
  },
  token: {
    subject: "Trường An: cần cấp lại quyền Zalo",
    text: "Zalo không nhận mã truy cập của Official Account nữa, hoặc mã sắp hết hạn mà chưa làm mới được. Tin Zalo OA và ZNS sẽ dừng.\n\nXin mở trang nhà phát triển của Zalo để cấp quyền lại.\n",
  },
  tokenAgain: {
    subject: "Trường An: quyền Zalo đã dùng được trở lại",
    text: "Mã truy cập của Official Account đã dùng được trở lại.\n",
  },
} as const;
