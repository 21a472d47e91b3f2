/** What a notice of the Mini App says. Always the same: it tells nothing of anybody. */
export const noticeText = {
  title: "Trường An",
  contentTitle: "Có bản tin mới",
  contentDescription: "Trường, công an hoặc xã vừa đăng một bản tin.",
  buttonText: "Đọc bản tin",
} as const;
