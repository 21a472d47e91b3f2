/** What a desk decides about a report: to take it, hand it over, close it. */
export const take = {
  action: "Nhận xử lý",
  busy: "Đang nhận…",
  done: "Anh/chị đã nhận tin này.",
  meaning:
    "Bàn của anh/chị sẽ chủ trì. Tên anh/chị hiện cho các bàn cùng giữ tin. Người gửi chỉ thấy đã có người nhận.",
} as const;

export const outdated = {
  message: "Người gửi vừa viết thêm hoặc mức vừa đổi. Xin đọc lại trước.",
  leave: "Đóng lại để đọc",
} as const;

export const handOver = {
  action: "Chuyển cho bàn khác",
  title: "Chuyển cho bàn nào?",
  meaning:
    "Bàn mới sẽ chủ trì và được báo ngay. Tin trở lại trạng thái chờ người nhận. Bàn của anh/chị vẫn đọc được.",
  has: "Đã có chìa khóa của tin",
  seals: "Trình duyệt này sẽ trao chìa khóa của tin cho bàn đó",
  untrusted:
    "Danh sách bàn nhận không có chữ ký đúng của quản trị viên, nên trang này không chuyển tin. Xin báo cho quản trị viên.",
  noneHolds:
    "Trình duyệt này không mở được tin, nên chỉ chuyển được cho bàn đã có chìa khóa, mà hiện không có bàn nào. Nhờ một đồng nghiệp trong bàn chuyển giúp.",
  none: "Không còn bàn nào khác để chuyển.",
  choose: "Chọn một bàn trước đã.",
  confirm: "Chuyển tin",
  busy: "Đang chuyển…",
  cancel: "Thôi, giữ lại",
  done: "Đã chuyển tin.",
} as const;

export const close = {
  action: "Đóng tin",
  title: "Đóng với kết quả nào?",
  meaning:
    "Kết quả chỉ lưu trong hệ thống. Nếu muốn nói thêm với người gửi, hãy viết trả lời trước khi đóng.",
  next: "Tiếp tục",
  choose: "Chọn một kết quả trước đã.",
  confirmTitle: "Đóng tin này?",
  outcome: (outcome: string) => `Kết quả lưu lại: ${outcome}.`,
  reporterSees: "Người gửi sẽ thấy:",
  confirm: "Đóng tin",
  busy: "Đang đóng…",
  back: "Chọn lại",
  cancel: "Chưa đóng",
  done: "Đã đóng tin.",
  takeFirst: "Nhận xử lý trước, rồi mới đóng được.",
  notShown: "Có đoạn của người gửi chưa mở ở đây. Xin đọc hết rồi mới đóng được.",
  refused: "Người gửi vừa viết thêm hoặc tin vừa đổi. Xin đọc trước khi đóng tin.",
} as const;
