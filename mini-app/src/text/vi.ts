import { help } from "./help-vi.ts";
import { homePage, schoolPage, writer } from "./home-vi.ts";
import { delivery, outboxPage, receipt, whatNext } from "./receipt-vi.ts";
import { deskKinds, report } from "./report-vi.ts";
import { thread } from "./thread-vi.ts";

type Day = { readonly day: string; readonly month: string; readonly year: string };

/** Everything the reporter's screens say, and the few words the shared components need. A file a screen. */
export const text = {
  appName: "Trường An",
  back: "Quay lại",
  loading: "Đang tải…",
  tryAgain: "Thử lại",
  goOn: "Tiếp tục",
  close: "Đóng",
  leaveQuickly: "Thoát nhanh",
  home: "Về trang đầu",
  calls: {
    who: { "113": "Công an", "114": "Cứu hỏa", "115": "Cấp cứu", "111": "Bảo vệ trẻ em" },
    inShort: { "113": "Công an", "114": "Cứu hỏa", "115": "Cấp cứu", "111": "Trẻ em" },
  },
  help,
  broken: {
    title: "Có lỗi xảy ra",
    words:
      "Trang này đang gặp trục trặc. Mở lại trang để thử lần nữa nhé. Nếu có ai đang gặp nguy hiểm, hãy gọi ngay một số dưới đây.",
    reload: "Mở lại trang",
  },
  notFound: {
    title: "Không có trang này",
    words: "Đường dẫn này không mở được trang nào. Em quay về trang đầu nhé.",
  },
  insecure: {
    title: "Chưa gửi được từ địa chỉ này",
    words:
      "Máy này chưa khóa được điều em viết, vì trang không được mở bằng kết nối an toàn (https). Em mở lại Trường An trong Zalo nhé. Nếu có ai đang gặp nguy hiểm, hãy gọi ngay.",
  },
  moments: {
    day: (at: Day) => `ngày ${at.day}/${at.month}/${at.year}`,
    minute: (at: Day & { readonly time: string }) => `${at.time} ngày ${at.day}/${at.month}`,
  },
  network: {
    unreachable: "Chưa kết nối được. Em kiểm tra mạng rồi thử lại nhé.",
  },
  homePage,
  schoolPage,
  writer,
  deskKinds,
  report,
  delivery,
  outboxPage,
  whatNext,
  receipt,
  thread,
} as const;
