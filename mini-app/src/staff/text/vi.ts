import { close, handOver, outdated, take } from "./decisions-vi.ts";
import { door, invitation, passphrase } from "./door-vi.ts";
import { correct, reading } from "./level-vi.ts";
import { queue, timeLeft, timeLeftMeaning } from "./queue-vi.ts";
import { facts, notes, photos, report, thread } from "./report-vi.ts";
import { timeline } from "./timeline-vi.ts";

/** What the door, the list and a report say, a file each; the other pages have theirs beside. */
export const text = {
  appName: "Trường An",
  console: "Bàn tiếp nhận",

  title: (page: string, emergencies: number) =>
    `${emergencies > 0 ? `(${emergencies}) ` : ""}${page} · Bàn tiếp nhận Trường An`,

  faults: (count: number) => `Còn ${count} chỗ cần xem lại.`,

  frame: {
    signOut: "Đăng xuất",
    idleSoon: "Màn hình sẽ tự khóa sau chưa đầy 1 phút. Chạm hoặc gõ phím bất kỳ để làm tiếp.",
    deskClosed: (desks: string) =>
      `Chưa mở được chìa khóa của ${desks}. Xin liên hệ quản trị viên của tỉnh.`,
  },

  failed: {
    unreachable: "Chưa kết nối được với máy chủ. Kiểm tra mạng rồi thử lại.",
    notSealed: "Chưa khóa được nội dung trên máy này nên chưa gửi đi. Tải lại tin rồi thử lại.",
    insecureTitle: "Chưa mở được bàn tiếp nhận",
    insecure:
      "Trang này không được mở bằng kết nối an toàn (https) nên trình duyệt không cho mở khóa tin. Mời anh/chị mở lại bằng địa chỉ bắt đầu bằng https.",
    unexpected: "Trang gặp lỗi ngoài dự tính. Tin vẫn còn nguyên trên máy chủ.",
    unexpectedTitle: "Trang gặp trục trặc",
    reload: "Mở lại trang",
  },

  door,
  passphrase,
  invitation,
  queue,
  timeLeft,
  timeLeftMeaning,
  report,
  facts,
  take,
  photos,
  thread,
  notes,
  reading,
  correct,
  outdated,
  handOver,
  close,
  timeline,
} as const;
