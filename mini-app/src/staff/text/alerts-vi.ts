import type { Channel, TurnOutcome } from "@truong-an/shared/alert";
import { SkipReason } from "@truong-an/shared/alert-choice";
import type { MyChannel, Usable } from "@truong-an/shared/api/staff-alerts";
import { lapseHorizonDays } from "@truong-an/shared/group";

type Trial = NonNullable<MyChannel["trial"]>;

/** The ways to reach a member, by name. */
export const channelNames: Record<Channel, string> = {
  "oa-message": "Zalo OA",
  zns: "ZNS (tin Zalo theo số điện thoại)",
  bot: "Zalo Bot",
  email: "email",
};

/** Why a channel is not used now. */
export const skipReasons: Record<SkipReason, string> = {
  "not-configured": "hệ thống chưa dùng kênh này",
  "not-linked": "chưa nối",
  "token-refused": "Zalo đang không nhận mã truy cập của hệ thống",
  failing: "kênh đang không gửi được cho ai",
  unfollowed: "đã bỏ quan tâm Zalo OA",
  "window-closed": "đã quá 7 ngày chưa nhắn cho Zalo OA",
  "quiet-hours": "ZNS không gửi từ 22 giờ đến 6 giờ",
  "quota-gone": "đã hết lượt gửi trong ngày",
  "template-unfit": "mẫu tin ZNS chưa khớp",
};

/** How one turn of one channel ended, after "Gọi Lan (bàn của trường)". */
export function turnWords(
  words: string,
  { channel, outcome, why }: { channel: Channel; outcome: TurnOutcome; why: SkipReason | null },
): string {
  const by = `${words} qua ${channelNames[channel]}`;
  switch (outcome) {
    case "delivered":
      return `${by}: đã gửi`;
    case "refused":
      return `${by}: bị từ chối, chuyển sang kênh khác`;
    case "unreachable":
      return `${by}: không có trả lời, sẽ thử lại`;
    case "skipped":
      return why === null ? `${by}: chưa dùng được` : `${by}: chưa dùng, vì ${skipReasons[why]}`;
  }
}

/** A name at the beginning of a line. */
export function titled(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What a channel can do for me now. */
export function usableWords(usable: Usable, when: (at: number) => string): string {
  switch (usable.kind) {
    case "works":
      return "Báo được ngay";
    case "closing":
      return `Báo được tới ${when(usable.at)}. Nhắn một tin bất kỳ cho Zalo OA để kéo dài thêm 7 ngày.`;
    case "skipped":
      return skippedWords(usable.why, usable.until, when);
  }
}

function skippedWords(why: SkipReason, until: number | null, when: (at: number) => string): string {
  if (why === "not-linked") return "Chưa có";
  if (why === "window-closed") {
    return "Đã quá 7 ngày chưa nhắn cho Zalo OA. Nhắn một tin bất kỳ để dùng lại.";
  }
  if (why === "unfollowed") return "Anh/chị đã bỏ quan tâm Zalo OA. Quan tâm lại để nhận tin báo.";
  const reason = titled(skipReasons[why]);
  return until === null ? reason : `${reason}. Dùng lại được từ ${when(until)}.`;
}

/** How the last test alert went. */
export function trialWords({ outcome, code }: Trial, at: string): string {
  switch (outcome) {
    case null:
      return "Đang gửi thử…";
    case "delivered":
      return `Gửi thử lúc ${at}: đã gửi. Anh/chị xem tin có tới không.`;
    case "unreachable":
      return `Gửi thử lúc ${at}: chưa có trả lời. Thử lại sau ít phút.`;
    case "refused":
    case "skipped":
      return `Gửi thử lúc ${at}: không gửi được${reasonAfter(code)}.`;
  }
}

function reasonAfter(code: string | null): string {
  const known = SkipReason.safeParse(code);
  if (known.success) return `, vì ${skipReasons[known.data]}`;
  return code === null ? "" : ` (mã ${code})`;
}

export const myChannelsText = {
  title: "Kênh báo của tôi",
  loading: "Đang tải kênh báo…",
  failed: "Chưa tải được kênh báo.",
  stale: "Mất kết nối. Trang đang tự thử lại.",
  saving: "Đang lưu…",
  intro:
    "Khi có việc, hệ thống báo qua các kênh dưới đây theo thứ tự. Tin báo chỉ nói “Có việc cần xem”. Nên có ít nhất hai kênh: việc khẩn cấp được báo qua hai kênh cùng lúc.",
  onlyOne: "Đây là kênh duy nhất nên chưa bỏ được. Thêm một kênh khác trước.",
  unlink: "Bỏ nối",
  trial: {
    action: "Gửi thử",
    asking: "Đang yêu cầu gửi thử…",
    tooSoon: "Vừa gửi thử xong. Đợi vài giây rồi thử lại.",
  },
  address: {
    save: "Lưu",
    remove: "Bỏ kênh này",
    saved: "Đã lưu.",
    zns: {
      label: "Số điện thoại có Zalo",
      hint: "Số di động Việt Nam, ví dụ 0912 345 678.",
      needed: "Cần nhập số điện thoại.",
      wrong: "Số này chưa đúng dạng số di động Việt Nam.",
    },
    email: {
      label: "Email nhận báo",
      hint: "Có thể khác email đăng nhập.",
      needed: "Cần nhập email.",
      wrong: "Email này chưa đúng dạng.",
    },
  },
  link: {
    title: "Nối Zalo của tôi",
    why: "Nối để nhận tin báo trong Zalo. Chỉ người giữ điện thoại và mã này mới nối được.",
    first: "Bấm nút bên dưới để lấy mã.",
    second: (usesBot: boolean) =>
      usesBot
        ? "Trong Zalo, mở trang Trường An (Zalo OA), hoặc Bot Trường An, rồi gửi đúng mã này."
        : "Trong Zalo, mở trang Trường An (Zalo OA) rồi gửi đúng mã này.",
    open: "Mở trang Zalo OA",
    third: "Đợi tin trả lời “Đã nối”. Trang này tự cập nhật.",
    ask: "Lấy mã nối",
    another: "Lấy mã khác",
    asking: "Đang lấy mã…",
    until: (time: string) => `Dùng một lần, tới ${time}. Đừng gửi cho ai khác.`,
    copy: "Chép mã",
    copied: "Đã chép.",
    copyFailed: "Trình duyệt không cho chép. Anh/chị gõ tay giúp.",
  },
  order: {
    up: "Lên trước",
    saved: "Đã lưu thứ tự.",
    urgent: {
      title: "Thứ tự khi khẩn cấp",
      meaning: "Cho tin khẩn cấp và tin gấp. Tin khẩn cấp dùng hai kênh đầu cùng lúc.",
    },
    usual: {
      title: "Thứ tự ngày thường",
      meaning: "Kênh đầu gửi được thì dừng ở đó.",
    },
  },
} as const;

export const statusText = {
  title: "Trạng thái",
  loading: "Đang tải trạng thái…",
  failed: "Chưa tải được trạng thái.",
  stale: "Mất kết nối. Trạng thái dưới đây có thể đã cũ; trang đang tự thử lại.",
  clocks: {
    title: "Đồng hồ và hàng việc",
    fine: "Không có gì quá hạn",
    late: (reports: number, jobs: number) =>
      `Quá hạn hơn 5 phút: ${reports} tin báo, ${jobs} việc của hệ thống. Xin báo quản trị viên của tỉnh.`,
    nobody: (when: string) =>
      `Có người trực không gọi được bằng kênh nào (lần gần nhất ${when}). Xin xem lại kênh báo và lịch trực.`,
  },
  ahead: {
    gaps: (desks: number) =>
      `${desks} bàn còn lịch trực trống trong 14 ngày tới. Xem trang Lịch trực.`,
    lapsing: (groups: number) =>
      `${groups} nhóm Zalo sắp hết hạn trong ${lapseHorizonDays} ngày tới. Xem trang Nhóm Zalo.`,
  },
  channel: {
    unused: "Đã sẵn sàng, chưa gửi lần nào",
    works: "Đang dùng được",
    notConfigured: "Hệ thống chưa dùng kênh này",
    failing: (since: string) => `Không gửi được cho ai từ ${since}`,
    code: (code: string) => `Mã lỗi: ${code}`,
    last: (when: string) => `Gửi được lần gần nhất: ${when}`,
  },
  zalo: {
    title: "Tài khoản Zalo OA",
    tokenRefused: "Zalo không nhận mã truy cập nữa. Quản trị viên cần cấp quyền lại.",
    token: (hours: number) => `Mã truy cập còn ${hours} giờ, tự làm mới.`,
    quota: (remaining: number, daily: number | null) =>
      daily === null
        ? `ZNS hôm nay còn ${remaining} tin.`
        : `ZNS hôm nay còn ${remaining} trên ${daily} tin.`,
    package: (name: string, until: string | null) =>
      until === null ? `Gói: ${name}.` : `Gói: ${name}, dùng tới ${until}.`,
    looked: (when: string) => `Hỏi Zalo lúc ${when}.`,
    notLooked: "Chưa hỏi được Zalo về tài khoản.",
  },
} as const;
