import type { TimelineKind } from "@truong-an/shared/audit";
import type { Level } from "@truong-an/shared/report";
import { inSentence } from "./level-vi.ts";

/** A report's history. */
export const timeline = {
  title: "Diễn biến",
  readers: (names: string) => `Đã đọc: ${names}`,
  none: "Chưa có gì được ghi.",
  repeated: (words: string, times: number) => `${words} (${times} lần)`,
  corrected: (words: string, from: Level, to: Level, why: string) =>
    `${words} từ ${inSentence(from)} thành ${inSentence(to)}, vì ${why}`,
  other: "Có một thay đổi khác",
  somebody: "Một người",
  desk: "một bàn",
} as const;

/** One line of a report's history: what happened, by whom, at which desk. */
export const happened: Record<TimelineKind, (who: string, desk: string) => string> = {
  "report-received": () => "Tin tới hệ thống",
  "desk-told": (_who, desk) => `Đã báo cho ${desk}`,
  "report-escalated": () => "Chưa ai nhận, báo lên bậc tiếp theo",
  "alert-attempted": (who, desk) => `Gọi ${who} (${desk})`,
  "alert-acknowledged": (who, desk) => `${who} (${desk}) đã báo là đã nhận tin, chưa nhận việc`,
  "desk-unreached": (_who, desk) => `Chưa gọi được ai ở ${desk}, báo ngay cho nơi tiếp theo`,
  "report-opened": (who, desk) => `${who} (${desk}) đã đọc`,
  "photo-opened": (who, desk) => `${who} (${desk}) đã mở một ảnh`,
  "report-taken": (who, desk) => `${who} (${desk}) nhận xử lý`,
  "note-written": (who, desk) => `${who} (${desk}) viết ghi chú`,
  "message-written": (who, desk) => `${who} (${desk}) trả lời người gửi`,
  "report-handed-over": (who, desk) => `${who} (${desk}) chuyển tin sang bàn khác`,
  "report-closed": (who, desk) => `${who} (${desk}) đóng tin`,
  "message-received": () => "Người gửi viết thêm",
  "report-reopened": () => "Tin được mở lại, chờ người nhận",
  "report-raised": () => "Tin được nâng mức",
  "report-raised-by-reading": (who, desk) => `Trình duyệt của ${who} (${desk}) đọc lại và nâng mức`,
  "level-corrected": (who, desk) => `${who} (${desk}) sửa mức`,
};
