import type { ReportStatus } from "@truong-an/shared/report-status";
import { statusForReporter } from "@truong-an/shared/text/vi";
import type { Wording } from "./answers-vi.ts";

const statuses: Record<ReportStatus, Wording> = {
  waiting: {
    label: statusForReporter.waiting,
    hint: "Nếu lâu không có ai nhận, hệ thống tự báo cho nơi tiếp theo.",
  },
  taken: { label: statusForReporter.taken },
  closed: { label: statusForReporter.closed },
};

/** A report that was sent, read again with its code. */
export const thread = {
  title: "Phản ánh của em",
  enterTitle: "Xem phản ánh đã gửi",
  code: "Mã phản ánh",
  codeHint: "20 số. Viết liền hay cách đều được.",
  open: "Mở",
  opening: "Đang mở…",
  notDigits: "Mã chỉ có số. Em xem lại nhé.",
  tooShort: "Mã có 20 số. Hình như còn thiếu.",
  tooLong: "Mã có 20 số. Hình như bị thừa.",
  mistyped: "Có một số nào đó chưa đúng. Em xem lại từng nhóm nhé.",
  unknown:
    "Không tìm thấy phản ánh có mã này. Em xem lại mã nhé. Nếu vừa gửi xong, có thể phản ánh còn đang chờ mạng.",
  damaged: "Không mở được phản ánh này. Em gọi 111 nếu cần giúp ngay.",
  school: "Trường",
  status: "Tình trạng",
  statuses,
  received: "Nhận lúc",
  told: "Nơi đã được báo",
  toldNone: "Chưa báo nơi nào",
  readers: (count: number) => (count === 0 ? "Chưa có người đọc" : `${count} người đã đọc`),
  readersLabel: "Đã đọc",
  story: "Điều em đã kể",
  messages: "Trao đổi",
  noMessages: "Chưa có tin nhắn nào. Em quay lại xem sau nhé.",
  mine: "Em",
  staff: "Người tiếp nhận",
  photo: (number: number) => `Xem ảnh ${number}`,
  photoShown: (number: number) => `Ảnh ${number}`,
  photoFailed: "Chưa mở được ảnh này.",
  photosMissing: (count: number) =>
    `Còn ${count} ảnh chưa tới nơi. Mở lại ứng dụng trên máy đã gửi để ảnh được gửi tiếp.`,
  unreadable: "Không mở được tin này.",
  refresh: "Xem tin mới",
  refreshFailed: "Chưa tải được tin mới. Máy sẽ tự thử lại.",
  reply: "Viết thêm",
  replyLabel: "Tin nhắn của em",
  replyEmpty: "Em viết vài chữ hoặc thêm ảnh nhé.",
  dangerNow: "Em đang gặp nguy hiểm ngay lúc này",
  dangerNowHint: "Mọi nơi nhận sẽ được báo gấp. Nếu gọi được, hãy gọi 113 ngay.",
  send: "Gửi tin",
  sending: "Đang gửi…",
  sent: "Đã gửi.",
  sendFailed: "Chưa gửi được. Tin vẫn còn ở đây, em thử lại nhé.",
  sentPhotosMissing: (count: number) => `Tin đã gửi. Còn ${count} ảnh chưa gửi được.`,
  sendPhotosAgain: "Gửi lại ảnh",
  forget: "Đóng và quên mã",
} as const;
