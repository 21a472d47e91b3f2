import type { Writer } from "@truong-an/shared/report";

/** The first page. */
export const homePage = {
  what: "Nơi em kể những chuyện làm em thấy không an toàn, không cần nói tên.",
  danger: "Đang nguy hiểm? Gọi ngay",
  dangerHint: "Gọi miễn phí, không cần Internet.",
  report: "Gửi phản ánh ẩn danh",
  reportHint: "Chỉ người có trách nhiệm đọc được",
  thread: "Xem phản ánh đã gửi",
  threadHint: "Nhập mã em đã giữ",
  bulletins: "Bản tin",
  bulletinsHint: "Điều cần biết từ trường, công an và xã",
  school: (name: string) => `Trường của em: ${name}`,
  chooseSchool: "Trường của em: chưa chọn",
  change: "Bấm để đổi",
  choose: "Bấm để chọn",
  choices: "Em muốn làm gì?",
  outboxTitle: "Phản ánh đang chờ gửi",
  outboxOpen: "Xem",
  share: "Giới thiệu cho bạn bè",
  shareHint: "Chỉ gửi đường dẫn, không kèm thông tin gì của em",
  shareOpening: "Đang mở…",
  shareCopied: "Đã chép đường dẫn. Em dán vào tin nhắn để gửi cho bạn nhé.",
  shareByHand: "Chưa mở được phần chia sẻ. Em có thể gửi bạn đường dẫn này:",
} as const;

/** Choosing a school, and saying who one is. */
export const schoolPage = {
  title: "Trường của em",
  search: "Tìm tên trường hoặc xã",
  searchHint: "Viết không dấu cũng được.",
  searching: "Đang tìm…",
  found: (count: number) => `Có ${count} trường`,
  none: "Chưa tìm thấy trường nào. Em thử viết ngắn hơn, hoặc tìm theo tên xã.",
  failed: "Chưa tải được danh sách trường. Em kiểm tra mạng rồi thử lại nhé.",
  chosen: "Trường đã chọn",
  other: "Tìm trường khác",
  writer: "Bạn là",
  writerHint: "Không bắt buộc. Giúp nơi nhận hiểu đúng hơn.",
  done: "Xong",
} as const;

export const writer: Record<Writer, string> = {
  pupil_primary: "Học sinh tiểu học",
  pupil_lower: "Học sinh THCS",
  pupil_upper: "Học sinh THPT",
  parent: "Cha mẹ, người nuôi dưỡng",
  teacher: "Thầy cô, người làm ở trường",
  other: "Người khác",
  unsaid: "Không muốn nói",
};
