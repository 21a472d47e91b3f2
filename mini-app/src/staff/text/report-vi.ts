import type { RefusalCode } from "@truong-an/shared/api/refusal";

/** One report: what was sent, and what is written about it. */
export const report = {
  title: (school: string | undefined) => (school === undefined ? "Tin báo" : `Tin từ ${school}`),
  loading: "Đang tải tin…",
  opening: "Đang giải mã…",
  back: "Về danh sách",
  reload: "Tải lại tin",
  actionsTitle: "Việc cần làm",
  nothingToDo: "Lúc này bàn của anh/chị không cần làm gì thêm với tin này.",
  factsTitle: "Người gửi đã chọn",
  storyTitle: "Nội dung",
  onlyHere: "Chỉ trình duyệt này đọc được. Máy chủ không đọc được.",
  noStory: "Người gửi không viết gì thêm.",
  why: "Vì sao ở mức này",
  otherReasons: "Lý do khác, nhẹ hơn",
  beforeCorrection: "Trước khi bàn sửa mức",
  corrected: (why: string, desk: string | null = null) => `${desk ?? "Bàn"} đã sửa mức, vì ${why}`,
  circumstances: "Lời kể còn cho biết",
  ownerDesk: "Bàn chủ trì",
  heldBy: "Người giữ",
  nobody: "Chưa có ai",
  me: "Tôi",
  status: "Trạng thái",
  receivedAt: "Nhận lúc",
  deadline: "Thời hạn nhận",
  outcome: "Kết quả",
  told: "Đã báo cho",
  closedStory: {
    title: "Trình duyệt này không mở được nội dung",
    rotated: "Tin được khóa bằng chìa khóa cũ của bàn.",
    damaged: "Chìa khóa của bàn không khớp với phong bì của tin, hoặc phong bì bị hỏng.",
    whatNow:
      "Tin vẫn còn nguyên. Nhờ một đồng nghiệp trong bàn mở thử, hoặc chuyển cho bàn khác đang giữ chìa khóa của tin.",
  },
} as const;

export const facts = {
  danger: "Nguy hiểm lúc này",
  categories: "Việc gì",
  accused: "Liên quan đến",
  when: "Khi nào",
  writer: "Người gửi",
  wantsPolice: "Muốn công an biết",
  excluded: "Không muốn cho đọc",
  yes: "Có",
  notAsked: "Không hỏi",
} as const;

export const photos = {
  title: "Ảnh",
  warning: "Ảnh có thể gây sốc. Mỗi lần mở đều được ghi lại.",
  waiting: (number: number) => `Ảnh ${number}: đang chờ ảnh từ máy người gửi`,
  open: (number: number) => `Mở ảnh ${number}`,
  hide: (number: number) => `Ẩn ảnh ${number}`,
  loading: (number: number) => `Đang mở ảnh ${number}…`,
  label: (number: number) => `Ảnh ${number} do người gửi đính kèm`,
  failed: (number: number) => `Không mở được ảnh ${number}. Ảnh bị hỏng hoặc không tải được.`,
} as const;

export const thread = {
  title: "Trao đổi với người gửi",
  none: "Chưa có trao đổi nào.",
  reporter: "Người gửi",
  staff: (desk: string | null) => desk ?? "Bàn tiếp nhận",
  closed: "Không mở được đoạn này.",
  notOpened: "Trình duyệt này không mở được tin, nên chưa trả lời được từ đây.",
  isClosed: "Tin đã đóng. Khi người gửi viết thêm, tin mở lại và anh/chị trả lời được.",
  reply: "Trả lời người gửi",
  replyHint: "Người gửi thấy tên bàn, không thấy tên anh/chị. Đừng nhắc đến ai đã báo tin.",
  phrases: "Câu soạn sẵn",
  send: "Gửi trả lời",
  sending: "Đang khóa và gửi…",
  sent: "Đã gửi trả lời.",
  empty: "Cần viết vài chữ trước khi gửi.",
} as const;

export const notes = {
  title: "Ghi chú nội bộ",
  none: "Chưa có ghi chú.",
  empty: "Cần viết vài chữ trước khi lưu.",
  label: "Ghi chú mới",
  hint: "Chỉ những bàn đã được báo mới đọc được. Người gửi không đọc được.",
  save: "Lưu ghi chú",
  saving: "Đang khóa và lưu…",
  saved: "Đã lưu ghi chú.",
  untrusted:
    "Danh sách bàn nhận không có chữ ký đúng của quản trị viên, nên chưa viết được ghi chú mới. Xin báo cho quản trị viên.",
  closed: "Ghi chú này viết trước khi bàn của anh/chị được báo, nên không mở được ở đây.",
  byline: (who: string, desk: string, at: string) => `${who} · ${desk} · ${at}`,
} as const;

/** What a no means on the page of one report, beside its button "Tải lại tin". */
export const reportRefusals = {
  "already-taken": "Đồng nghiệp đã nhận tin này. Xin bấm “Tải lại tin” để xem ai đang xử lý.",
  "desks-changed": "Khóa của bàn nhận vừa thay đổi. Xin bấm “Tải lại tin” rồi làm lại.",
  "not-now": "Lúc này chưa làm được việc này, vì tin vừa đổi. Xin bấm “Tải lại tin” rồi xem lại.",
} as const satisfies Partial<Record<RefusalCode, string>>;
