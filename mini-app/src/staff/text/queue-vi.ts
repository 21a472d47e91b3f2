import type { TimeLeft } from "../time-left.ts";

/** The list of reports. */
export const queue = {
  title: "Danh sách tin",
  filters: { all: "Tất cả", waiting: "Chưa nhận", mine: "Của tôi", closed: "Đã đóng" },
  filtersLabel: "Lọc danh sách",
  loading: "Đang tải danh sách…",
  failed: "Chưa tải được danh sách.",
  stale: (time: string) => `Mất kết nối. Danh sách dưới đây là lúc ${time}; trang đang tự thử lại.`,
  empty: {
    all: "Không có tin nào đang mở.",
    waiting: "Không có tin nào đang chờ nhận.",
    mine: "Anh/chị chưa nhận tin nào.",
    closed: "Chưa có tin nào được đóng.",
  },
  urgent: (count: number) => `${count} tin khẩn cấp chưa có người nhận`,
  takenBy: (name: string) => `${name} đang giữ`,
  takenByMe: "Tôi đang giữ",
  heldByDesk: (desk: string) => `Chủ trì: ${desk}`,
  unread: "Có tin mới",
  received: (when: string) => `Nhận ${when}`,
} as const;

/** How long until somebody else is told. */
export const timeLeft = (left: TimeLeft): string => {
  switch (left.kind) {
    case "none":
      return "";
    case "left":
      return left.minutes < 1 ? "còn dưới 1 phút" : `còn ${duration(left.minutes)}`;
    case "overdue":
      return left.minutes < 1 ? "vừa quá hạn" : `quá hạn ${duration(left.minutes)}`;
  }
};

export const timeLeftMeaning = "Hết giờ mà chưa ai nhận, cơ quan tiếp theo sẽ được báo.";

/** Minutes as a person says them: "3 phút", "2 giờ 5 phút", "3 ngày". */
function duration(minutes: number): string {
  if (minutes < 60) return `${minutes} phút`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} ngày`;
  const rest = minutes % 60;
  return rest === 0 ? `${hours} giờ` : `${hours} giờ ${rest} phút`;
}
