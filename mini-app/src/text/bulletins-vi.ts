type Day = { readonly day: string; readonly month: string; readonly year: string };

/** What the pages of bulletins say. They are read by parents as well as by pupils. */
export const bulletinsText = {
  title: "Bản tin",
  topic: "Chủ đề",
  forSchool: (name: string) => `Dành cho ${name}, xã và tỉnh của trường.`,
  forEveryone: "Đây là bản tin chung của tỉnh. Chọn trường để xem thêm bản tin của trường và xã.",
  chooseSchool: "Chọn trường",
  loading: "Đang tải bản tin…",
  failed: "Chưa tải được bản tin. Kiểm tra mạng rồi thử lại nhé.",
  empty: "Chưa có bản tin nào.",
  emptyTopic: "Chưa có bản tin nào về chủ đề này.",
  allTopics: "Xem tất cả chủ đề",
  more: "Xem thêm",
  moreLoading: "Đang tải thêm…",
  list: "Các bản tin",
  articleLoading: "Đang mở bản tin…",
  articleFailed: "Chưa mở được bản tin này. Kiểm tra mạng rồi thử lại nhé.",
  gone: "Bản tin này không còn nữa, hoặc đường dẫn chưa đúng.",
  toList: "Xem các bản tin khác",
  published: ({ day, month, year }: Day) => `${day}/${month}/${year}`,
  corrected: ({ day, month, year }: Day) => `Đã đính chính ngày ${day}/${month}/${year}.`,
  passOn: "Gửi cho người khác",
  passOnHint: "Gửi đường dẫn tới bản tin này",
  copied: "Đã chép đường dẫn. Bạn dán vào tin nhắn để gửi nhé.",
  byHand: "Bạn có thể gửi đường dẫn này:",
};
