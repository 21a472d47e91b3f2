import type { PostStatus } from "@truong-an/shared/broadcast";

/** What the pages say that send a bulletin into groups. */
export const broadcastText = {
  title: "Gửi bản tin vào nhóm",
  listHint: "Bản tin đã đăng, mới nhất ở trên. Chọn một bản tin để gửi.",
  loading: "Đang tải bản tin…",
  failed: "Chưa tải được bản tin.",
  empty: "Chưa có bản tin nào được đăng cho nơi của anh/chị.",
  gone: "Bản tin này không còn được đăng, hoặc không dành cho nơi của anh/chị.",
  back: "Về danh sách bản tin",
  published: (when: string) => `Đăng lúc ${when}`,
  noGroups: "Chưa có nhóm nào cho bản tin này.",
  reached: (sent: number, all: number) => `Đã vào ${sent}/${all} nhóm`,

  contents: "Mỗi nhóm nhận tên bản tin, vài dòng đầu và đường dẫn để đọc tiếp.",
  cover: "Ảnh bìa đi kèm.",
  send: (count: number) => `Gửi tới ${count} nhóm`,
  sendRest: (count: number) => `Gửi tới ${count} nhóm còn lại`,
  retry: (count: number) => `Gửi lại ${count} nhóm chưa tới`,
  stop: "Dừng gửi",
  stopHint: "Nhóm đã nhận thì không rút lại được.",
  running: (sent: number, all: number) => `Đang gửi: ${sent} trong ${all} nhóm đã nhận`,
  over: (sent: number, all: number) =>
    sent === all ? `Xong: cả ${all} nhóm đã nhận` : `Đã nhận: ${sent} trong ${all} nhóm`,
  busy: "Đang ghi yêu cầu…",
  notNow: "Không còn nhóm nào để làm việc này. Trang đang tải lại.",
  groups: "Các nhóm",
  disabled: "Nhóm đang tắt, không gửi được",
  notSent: "Chưa gửi",
  status: {
    waiting: "Đang chờ lượt",
    sending: "Đang gửi…",
    sent: "Đã nhận",
    failed: "Chưa gửi được",
    unsure: "Chưa rõ đã tới chưa, đang xem lại",
    cancelled: "Đã dừng, chưa gửi",
  } satisfies Record<PostStatus, string>,
  unsureForever: "Chưa rõ đã tới chưa",
  because: (status: string, why: string) => `${status}: ${why}`,
  lookYourself: "Mời mở nhóm trong Zalo xem đã có bản tin chưa.",
  isThere: "Đã có trong nhóm",
  isNotThere: "Chưa có, gửi lại",
} as const;

/** The printed sheet of a school. */
export const posterText = {
  title: "Tờ mã QR của trường",
  back: "Về nhóm Zalo",
  print: "In tờ này",
  copy: "Chép đường dẫn",
  link: "Đường dẫn để gửi vào nhóm sẵn có:",
  loading: "Đang tải…",
  failed: "Chưa tải được tờ này.",
  headline: "Bản tin an toàn và hòm thư ẩn danh",
  scan: "Mở Zalo, quét mã này",
  qr: (school: string) => `Mã QR mở Trường An cho ${school}`,
  receipt:
    "Kể điều làm bạn lo, không cần nói tên. Gửi xong, bạn nhận một mã 20 số: giữ mã đó để xem trả lời và viết thêm.",
  danger: "Đang nguy hiểm, gọi ngay:",
  police: "Công an",
  children: "Bảo vệ trẻ em, miễn phí cả ngày đêm",
} as const;
