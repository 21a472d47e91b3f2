import type { Level } from "@truong-an/shared/report";
import { levelLabels } from "@truong-an/shared/text/vi";

/** The browser reads the words again, and may find them graver than the level. */
export const reading = {
  mark: {
    emergency: (why: string) => listed("Đoạn này có dấu hiệu khẩn cấp", why),
    high: (why: string) => listed("Đoạn này có dấu hiệu nghiêm trọng", why),
  },
  title: {
    held: (level: Level) => `Tin này có thể cần lên mức ${inSentence(level)}`,
    raising: (level: Level) => `Đang nâng tin này lên mức ${inSentence(level)}`,
    raised: (level: Level) => `Tin này vừa được nâng lên mức ${inSentence(level)}`,
    failed: (level: Level) => `Chưa nâng được tin này lên mức ${inSentence(level)}`,
  },
  why: (why: string) => listed("Trình duyệt đọc lại lời kể và thấy nặng hơn mức đang ghi", why),
  held: (who: string) =>
    `Lời kể có thể nói về ${who}. Nâng mức thì nơi đó cũng đọc được tin này, nên máy không tự nâng.`,
  decide:
    "Xin đọc kỹ rồi quyết định. Nếu đúng là nói về nơi đó, xin chuyển tin cho bàn khác thay vì nâng mức.",
  office: { staff: "người của trường", police: "công an", official: "cán bộ xã" },
  raiseAnyway: (level: Level) => `Vẫn nâng lên mức ${inSentence(level)}`,
  raising: "Đang báo cho các cơ quan của mức này…",
  raised: {
    waiting: "Các cơ quan của mức này đã được báo. Tin đang chờ người nhận.",
    taken: "Các cơ quan của mức này đã được báo. Tin đang có người giữ.",
  },
  mistaken: {
    owner: "Nếu máy đọc nhầm, người giữ tin sửa lại ở nút “Sửa mức khẩn”.",
    told: "Nếu máy đọc nhầm, xin báo bàn chủ trì.",
  },
  retries: "Trang đang tự thử lại.",
  again: "Thử nâng lại",
} as const;

/** Another level, for a reason. */
export const correct = {
  action: "Sửa mức khẩn",
  now: (level: Level) =>
    level === "not_a_report"
      ? "Hiện được xếp là không phải tin báo."
      : `Hiện ở mức ${inSentence(level)}.`,
  level: "Mức mới",
  reason: "Vì sao?",
  notLower: {
    "not-owner": "Bàn của anh/chị nâng mức được. Hạ mức là việc của bàn chủ trì.",
    "not-opened": "Có đoạn của người gửi chưa mở được ở đây, nên chưa hạ mức được.",
    "not-taken": "Xin nhận tin trước khi hạ mức.",
    "not-holder": "Đồng nghiệp đang giữ tin mới hạ được mức này.",
  },
  keeps: "Tôi vẫn giữ tin này",
  meaning: {
    raise: (level: Level) =>
      `Tin lên mức ${inSentence(level)} và chờ người nhận. Các cơ quan của mức này được báo ngay.`,
    raiseHeld: (level: Level) =>
      `Tin lên mức ${inSentence(level)}. Các cơ quan của mức này được báo ngay, anh/chị vẫn giữ tin.`,
    raiseLetGo: (level: Level) =>
      `Tin lên mức ${inSentence(level)} và chờ người nhận lại từ đầu: anh/chị không còn giữ tin. Các cơ quan của mức này được báo ngay.`,
    raiseFrom: (level: Level, holder: string) =>
      `Tin lên mức ${inSentence(level)} và chờ người nhận lại từ đầu: ${holder} không còn giữ tin. Các cơ quan của mức này được báo ngay.`,
    lower: (level: Level) =>
      `Tin ${becomes(level)}, thời hạn tính lại từ đầu. Ai đã được báo vẫn đọc được, và lời người gửi viết thêm vẫn có thể nâng mức.`,
  },
  choose: "Chọn mức mới và lý do trước đã.",
  confirm: "Sửa mức",
  busy: "Đang sửa mức…",
  cancel: "Thôi, giữ mức cũ",
  done: (level: Level) =>
    level === "not_a_report"
      ? "Tin nay được xếp là không phải tin báo."
      : `Tin nay ở mức ${inSentence(level)}.`,
  refused: "Người gửi vừa viết thêm hoặc tin vừa đổi. Xin đọc trước khi hạ mức.",
} as const;

/** What was seen, with its reasons where there are any. */
function listed(seen: string, why: string): string {
  return why === "" ? `${seen}.` : `${seen}: ${why}.`;
}

/** A level inside a sentence: "khẩn cấp". */
export function inSentence(level: Level): string {
  const label = levelLabels[level];
  return label.charAt(0).toLowerCase() + label.slice(1);
}

function becomes(level: Level): string {
  return level === "not_a_report"
    ? "được xếp là không phải tin báo"
    : `xuống mức ${inSentence(level)}`;
}
