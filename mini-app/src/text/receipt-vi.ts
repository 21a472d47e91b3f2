import type { Level } from "@truong-an/shared/report";

/** How sending goes on. */
export const delivery = {
  title: "Tình trạng gửi",
  waiting: "Đang chờ mạng. Máy sẽ tự gửi khi có mạng.",
  retrying: "Chưa gửi được. Máy sẽ tự thử lại.",
  sending: "Đang gửi…",
  photos: (left: number) => `Lời kể đã tới nơi. Đang gửi ảnh, còn ${left} ảnh.`,
  photosWaiting: (left: number) => `Lời kể đã tới nơi. Còn ${left} ảnh chờ mạng để gửi.`,
  sent: "Đã tới nơi",
  needsCode: "Danh sách nơi nhận vừa thay đổi. Nhập mã phản ánh để khóa lại và gửi tiếp.",
  refused: "Chưa gửi được",
  refusedKept: "Phản ánh vẫn được giữ trên máy này, chưa mất gì.",
  untrusted:
    "Danh sách nơi nhận mới không khớp với bản gốc, nên máy không gửi. Em hãy gọi 111, hoặc nói với một người lớn mà em tin.",
  sendNow: "Gửi lại ngay",
  memoryOnly: "Máy này không cho lưu tạm. Em đừng đóng trang cho tới khi thấy “Đã tới nơi”.",
  code: "Mã phản ánh",
  codeOpen: "Gửi tiếp",
  wrongCode: "Mã này không phải của phản ánh đang chờ. Em xem lại nhé.",
  next: "Tiếp theo sẽ thế nào",
} as const;

export const outboxPage = {
  title: "Đang chờ gửi",
  empty: "Không còn phản ánh nào đang chờ.",
  one: (number: number) => `Phản ánh ${number}`,
} as const;

export const whatNext: Record<Level, string> = {
  emergency:
    "Việc này rất gấp. Những người có trách nhiệm được báo ngay bây giờ, kể cả ban đêm. Nếu đang nguy hiểm, hãy gọi 113 ngay, đừng chờ trả lời.",
  high: "Việc này quan trọng. Những người có trách nhiệm được báo ngay.",
  normal: "Nơi tiếp nhận được báo ngay và sẽ xem trong ngày học.",
  low: "Nơi tiếp nhận sẽ xem trong vài ngày học tới.",
  not_a_report: "Nơi tiếp nhận sẽ xem.",
};

/** The code, shown once. */
export const receipt = {
  title: "Mã phản ánh",
  keepThisCode: "Giữ mã này nhé",
  why: "Có mã, em xem được trả lời và viết thêm. Mất mã thì không ai tìm lại được, kể cả chúng tôi.",
  code: "Mã phản ánh của em",
  copy: "Chép mã",
  copied: "Đã chép. Em dán vào chỗ chỉ mình em xem nhé.",
  copyFailed: "Máy không cho chép. Em viết mã ra giấy nhé.",
  writeDown: "Em viết mã ra giấy, rồi nhập lại để xem đã đúng chưa",
  group: (number: number) => `Bốn số của nhóm thứ ${number}`,
  right: "Đúng rồi. Em cất giấy ở chỗ an toàn nhé.",
  wrong: "Chưa khớp. Em so lại với mã ở trên nhé.",
  done: "Xong",
  leaveTitle: "Em đã giữ mã chưa?",
  leaveWords: "Rời trang này thì mã không hiện lại nữa.",
  stay: "Ở lại xem mã",
  leave: "Em đã giữ mã, rời trang",
  gone: "Mã chỉ hiện một lần và không còn ở đây nữa.",
  goneHint: "Nếu em đã giữ mã, em xem phản ánh bằng mã đó.",
} as const;
