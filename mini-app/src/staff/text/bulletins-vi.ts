import type { BulletinStatus } from "@truong-an/shared/bulletin";
import type { Flag } from "@truong-an/shared/bulletin-check";

/** What stands behind each flag of the check, in the words of the rule. */
const flags: Record<Flag, string> = {
  person: "Có thể là tên một người",
  class: "Lớp cụ thể",
  phone: "Số điện thoại của cá nhân",
  email: "Địa chỉ thư điện tử",
  address: "Nơi ở",
  id_number: "Số giấy tờ",
  birth: "Tuổi hoặc ngày sinh",
  case: "Đọc giống một vụ việc cụ thể",
};

const noneAt: Record<BulletinStatus, string> = {
  draft: "Không có bản nháp nào.",
  submitted: "Không có bản tin nào chờ duyệt.",
  approved: "Không có bản tin nào chờ đăng.",
  published: "Chưa có bản tin nào được đăng.",
  withdrawn: "Chưa có bản tin nào bị gỡ.",
};

/** The words of each step: its button, what it will do, and how it ended. */
const steps = {
  submit: {
    action: "Gửi duyệt",
    means: "Một đồng nghiệp khác sẽ đọc và duyệt. Sửa thêm chữ nào thì phải gửi duyệt lại.",
    confirm: "Gửi duyệt",
    done: "Đã gửi duyệt.",
  },
  return: {
    action: "Trả lại để sửa",
    means: "Bản tin trở về bản nháp để người viết sửa.",
    confirm: "Trả lại",
    done: "Đã trả lại người viết.",
  },
  approve: {
    action: "Duyệt",
    means: "Anh/chị xác nhận đã đọc hết, nội dung đúng và không làm lộ em nào.",
    confirm: "Duyệt bản này",
    done: "Đã duyệt. Bản tin sẵn sàng để đăng.",
  },
  publish: {
    action: "Đăng",
    means: "Mọi người đọc được ngay, và người đã đăng ký nhận tin sẽ được báo.",
    confirm: "Đăng ngay",
    done: "Đã đăng.",
  },
  withdraw: {
    action: "Gỡ bản đang đăng",
    means: "Không ai đọc được bản tin này nữa, kể từ bây giờ. Lịch sử vẫn được giữ.",
    confirm: "Gỡ ngay",
    done: "Đã gỡ.",
  },
  discard: {
    action: "Bỏ bản này",
    means: "Bản đang viết sẽ không được đăng. Bản đã đăng trước đó (nếu có) giữ nguyên.",
    confirm: "Bỏ bản này",
    done: "Đã bỏ.",
  },
} as const;

/** Everything that the console's pages of bulletins say. */
export const bulletinsText = {
  title: "Bản tin",
  statuses: "Lọc bản tin theo trạng thái",
  write: "Viết bản tin",
  loading: "Đang tải bản tin…",
  failed: "Chưa tải được bản tin.",
  noneAt,
  writtenBy: (who: string, when: string) => `${who} viết lúc ${when}`,
  forPlace: (place: string) => `Cho: ${place}`,

  library: {
    title: "Thư viện bản tin mẫu",
    open: "Chọn từ thư viện mẫu",
    back: "Về thư viện",
    meaning:
      "Chọn một bài, sửa cho hợp với nơi mình, rồi gửi duyệt như mọi bản tin khác. Không bài nào tự đăng.",
    yourDesk: "Bàn của anh/chị",
    beforeUse: "Trước khi dùng",
    checked: (date: string | null) =>
      date === null
        ? "Chưa đối chiếu với nguồn. Xin đối chiếu trước khi duyệt:"
        : `Đối chiếu ngày ${date.split("-").reverse().join("/")} với các nguồn:`,
    unverified: (what: string) => `Chưa kiểm chứng được, xin xem lại: ${what}.`,
    use: "Dùng bài này",
    ages: { primary: "tiểu học", lower: "THCS", upper: "THPT" },
  },

  back: "Về danh sách bản tin",
  facts: {
    title: "Bản này",
    status: "Trạng thái",
    version: "Lần sửa",
    place: "Dành cho",
    readers: "Người đọc",
    topic: "Chủ đề",
    desk: "Đứng tên",
    written: "Người viết",
    approved: "Người duyệt",
    published: "Người đăng",
    withdrawn: "Người gỡ",
    act: (who: string, when: string) => `${who}, ${when}`,
    mine: (who: string) => `${who} (anh/chị)`,
    none: "Chưa có",
  },
  preview: "Xem như trên điện thoại",
  edit: "Sửa",
  correct: "Đính chính",
  rewrite: "Viết lại",
  toGroups: "Gửi bản tin này vào các nhóm Zalo",
  correctHint: "Bản đang đăng giữ nguyên cho tới khi bản đính chính được duyệt và đăng.",
  history: "Các lần sửa",
  historyLine: (number: number, status: string, who: string, when: string) =>
    `Lần ${number} · ${status} · ${who}, ${when}`,
  replaced: "Đã được thay",

  waitsForColleague:
    "Anh/chị là người viết bản này. Cần một đồng nghiệp khác (cùng bàn, hoặc bàn cùng địa bàn) duyệt và đăng.",
  notMyDesk: (desk: string) => `Chỉ thành viên của ${desk} sửa được nội dung.`,
  steps,
  stepBusy: "Đang lưu…",
  cancel: "Thôi",
  changed: "Bản tin vừa đổi. Xin tải lại trang rồi xem lại.",

  check: {
    title: "Xem lại những chỗ này",
    why: "Bản tin không được để ai nhận ra một em nhỏ (Nghị định 56/2017/NĐ-CP, Điều 33). Máy chỉ gợi ý và không xem được mặt người trong ảnh.",
    clear: "Không thấy tên, lớp, số điện thoại hay nơi ở trong chữ. Anh/chị vẫn xem lại ảnh giúp.",
    flags,
    line: (flag: string, words: string) => `${flag}: “${words}”`,
    seen: "Tôi đã xem từng chỗ, không chỗ nào làm lộ em nào",
    tickFirst: "Xin xem từng chỗ rồi đánh dấu vào ô trên.",
  },

  form: {
    newTitle: "Viết bản tin",
    editTitle: "Sửa bản tin",
    desk: "Đứng tên bàn",
    place: "Dành cho",
    placeSearch: "Tìm trường hoặc xã",
    placeSearchHint: "Viết không dấu cũng được.",
    placeLoading: "Đang tìm…",
    placeFailed: "Chưa tải được danh sách nơi nhận.",
    placeNone: "Không tìm thấy nơi nào mà bàn này được viết bản tin.",
    readers: "Viết cho",
    readersHint: "Ai cũng đọc được. Mục này chỉ cho biết bản tin viết cho ai.",
    topic: "Chủ đề",
    headline: "Tiêu đề",
    body: "Nội dung",
    bodyHint:
      "Cách một dòng trống giữa các đoạn. Dòng bắt đầu bằng “## ” là tiêu đề nhỏ, bằng “- ” là một ý. **Chữ đậm**, [chữ có liên kết](https://…). Cuối bài ghi nguồn.",
    cover: "Ảnh bìa (không bắt buộc)",
    coverHint: "Không dùng ảnh nhìn rõ mặt học sinh. Ảnh được thu nhỏ trên máy này trước khi gửi.",
    coverChoose: "Chọn ảnh",
    coverOther: "Chọn ảnh khác",
    coverRemove: "Bỏ ảnh",
    coverBusy: "Đang thu nhỏ ảnh…",
    coverUnreadable: "Trình duyệt không mở được ảnh này. Thử ảnh khác giúp.",
    coverAlt: "Mô tả ảnh cho người không nhìn thấy",
    save: "Lưu bản nháp",
    saving: "Đang lưu…",
    saved: "Đã lưu.",
    leave: "Thôi, không lưu",
    missing: {
      place: "Cần chọn nơi nhận.",
      readers: "Cần chọn ít nhất một nhóm người đọc.",
      title: "Cần có tiêu đề.",
      body: "Cần có nội dung.",
      coverAlt: "Cần mô tả ảnh.",
    },
  },
};
