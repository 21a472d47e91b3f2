import type { Notice } from "@truong-an/shared/notice";
import { dateInVietnam, type Instant, minutesBetween, toTheDay } from "@truong-an/shared/time";

/** A short heading and a text: the heading is a letter's subject, and the first line elsewhere. */
export type NoticeText = { readonly subject: string; readonly text: string };

export const openRoster = "Xem lịch trực";

/** What a member of staff is told about the duty roster of this desk. */
export function noticeText(notice: Notice, desk: string): NoticeText {
  switch (notice.kind) {
    case "roster-gaps":
      return {
        subject: "Lịch trực còn chỗ trống",
        text: [
          `Lịch trực của ${desk} còn trống:`,
          ...notice.gaps.map(({ from, to }) => `• ${gapInWords(from, to)}`),
          ...(notice.more > 0 ? [`• và ${notice.more} khoảng khác`] : []),
          notice.isOwnDesk
            ? "Trong lúc trống, cả bàn đều được gọi khi có tin. Xin xếp người trực."
            : "Bàn đó đã được báo. Xin anh/chị nhắc bàn xếp người trực.",
        ].join("\n"),
      };
    case "duty-begins":
      return {
        subject: "Anh/chị có ca trực mới",
        text: `Anh/chị trực tại ${desk} từ ${moment(notice.from)} đến ${moment(notice.to)}, theo các ca trong lịch. Nếu không trực được, xin báo người phụ trách bàn.`,
      };
    case "duty-ends":
      return {
        subject: "Ca trực của anh/chị đã đổi",
        text: `Anh/chị được nghỉ trực tại ${desk} từ ${moment(notice.from)} đến ${moment(notice.to)}.`,
      };
    case "plan-changed":
      return {
        subject: "Lịch trực vừa thay đổi",
        text: `Lịch trực hằng tuần của ${desk} vừa thay đổi. Xin xem lại các ca của anh/chị.`,
      };
  }
}

function gapInWords(from: Instant, to: Instant | null): string {
  if (to === null) return `từ ${moment(from)}, chưa có ngày kết thúc`;
  const isOneDay = dateInVietnam(from) === dateInVietnam(to);
  return `từ ${isOneDay ? clock(from) : moment(from)} đến ${moment(to)}`;
}

const weekdays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

/** "19:00 thứ Bảy 5/12", by the clock in Viet Nam. */
function moment(at: Instant): string {
  const date = dateInVietnam(at);
  const [, month, day] = date.split("-").map(Number);
  return `${clock(at)} ${weekdays[new Date(date).getUTCDay()]} ${day}/${month}`;
}

function clock(at: Instant): string {
  const minute = Math.floor(minutesBetween(toTheDay(at), at));
  const parts = [Math.floor(minute / 60), minute % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
