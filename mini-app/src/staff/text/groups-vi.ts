import type { ChangeKind, GroupState } from "@truong-an/shared/group";

/** Everything the pages about Zalo groups say. */
export const groupsText = {
  title: "Nhóm Zalo",
  loading: "Đang tải danh sách nhóm…",
  failed: "Chưa tải được danh sách nhóm.",
  stale: "Mất kết nối. Trang đang tự thử lại; danh sách dưới đây có thể đã cũ.",
  nav: {
    label: "Các phần của nhóm Zalo",
    list: "Các nhóm",
    send: "Gửi bản tin",
    new: "Thêm nhóm",
  },
  noAccount:
    "Hệ thống chưa nối với Zalo Official Account (OA) nào, nên chưa tạo nhóm được. Tờ mã QR ở cuối trang vẫn dùng được.",
  empty: "Chưa có nhóm nào. Người phụ trách bàn có thể thêm nhóm cho trường hoặc xã của mình.",
  nobody: "Chưa gắn với trường hay xã nào",
  nobodyHint: "Nhóm được tạo ở nơi khác. Mở từng nhóm để gắn với một trường hoặc xã.",

  members: (count: number, most: number | null) =>
    most === null ? `${count} thành viên` : `${count}/${most} thành viên`,
  bot: "Nhóm có Zalo Bot",

  state: {
    creating: "Đang tạo…",
    refused: "Chưa tạo được",
    enabled: "Đang hoạt động",
    disabled: "Đã tắt",
    deleted: "Đã xóa",
  } satisfies Record<GroupState, string>,

  asset: {
    soon: (day: string) => `Gói hết hạn ngày ${day}`,
    pressing: (day: string) => `Gói sắp hết hạn: ngày ${day}`,
    lapsed: "Gói đã hết hạn: nhóm không nhận bản tin nữa",
    dissolves: (day: string) => `Zalo sẽ xóa nhóm vào ngày ${day} nếu không gắn gói khác.`,
    until: (day: string) => `đến ngày ${day}`,
    renews: "tự gia hạn",
    size: (most: string) => `Gói ${most} người`,
  },

  search: {
    label: "Tìm trường hoặc xã",
    hint: "Viết không dấu cũng được.",
    busy: "Đang tìm…",
    failed: "Chưa tải được danh sách nơi.",
    none: "Không tìm thấy nơi nào của bạn có tên này.",
  },
  sync: {
    action: "Cập nhật từ Zalo",
    busy: "Đang hỏi Zalo…",
    at: (time: string) => `Cập nhật từ Zalo lúc ${time}.`,
    never: "Danh sách chưa từng được so với Zalo.",
    refused: (why: string) => `Zalo chưa cho xem danh sách: ${why}`,
  },

  posters: {
    title: "Tờ mã QR để in",
    why: "Nhóm sẵn có của lớp, của trường mà OA không quản lý được thì vẫn dùng được đường dẫn và tờ mã QR này.",
    school: "Trường",
    choose: "Chọn trường",
    open: "Mở tờ để in",
  },

  form: {
    title: "Thêm nhóm",
    kind: "Loại nhóm",
    gmf: "Nhóm mới do OA quản lý",
    gmfHint: "Hệ thống nhờ Zalo tạo nhóm; người vào nhóm bằng đường dẫn mời.",
    asBot: "Nhóm sẵn có, đã mời Zalo Bot vào",
    asBotHint: "Nhóm do người khác quản lý. Bot chỉ gửi bản tin, không đọc tin nhắn.",
    name: "Tên nhóm",
    nameHint: "Từ 1 đến 30 ký tự.",
    description: "Giới thiệu ngắn",
    place: "Nhóm của",
    placeChoose: "Chọn trường hoặc xã",
    readers: "Ai ở trong nhóm",
    readersHint: "Bản tin chỉ được gửi vào nhóm có đúng người đọc của bản tin.",
    asset: "Gói nhóm",
    assetNone:
      "Không còn gói nhóm nào trống. Mua thêm gói GMF ở trang quản lý OA, rồi bấm “Cập nhật từ Zalo”.",
    members: "Người vào nhóm đầu tiên",
    membersHint: "Cần ít nhất một cán bộ đã nối Zalo. Những người khác vào bằng đường dẫn mời.",
    membersNone:
      "Chưa cán bộ nào ở đây nối Zalo. Mỗi người tự nối ở trang “Kênh báo của tôi”, rồi quay lại.",
    chatId: "Mã nhóm của Bot",
    chatIdHint: "Người vận hành Bot cung cấp mã này.",
    needs: {
      name: "Cần tên nhóm, tối đa 30 ký tự.",
      place: "Cần chọn trường hoặc xã.",
      readers: "Cần chọn ít nhất một nhóm người.",
      asset: "Cần chọn một gói.",
      members: "Cần chọn ít nhất một người.",
      chatId: "Mã chỉ gồm chữ, số và các dấu . : - _",
    },
    submit: "Tạo nhóm",
    submitBot: "Gắn nhóm",
    busy: "Đang ghi yêu cầu…",
    refused:
      "Chưa tạo được: gói đã có nhóm khác dùng, hoặc người được chọn đã bỏ nối Zalo. Mời xem lại.",
    botRefused: "Nhóm này đã có trong danh sách.",
  },

  page: {
    back: "Về danh sách nhóm",
    gone: "Nhóm này không còn trong danh sách.",
    place: "Nhóm của",
    readers: "Trong nhóm có",
    membersName: "Thành viên",
    assetName: "Gói",
    writing: "Ai được viết",
    onlyUs: "Chỉ OA và quản trị nhóm",
    everyone: "Mọi thành viên",
    joining: "Vào nhóm",
    asks: "Cần duyệt",
    free: "Có đường dẫn là vào được",
    requests: "Đang xin vào",
    people: (count: number) => (count >= 50 ? "từ 50 người" : `${count} người`),
    link: "Đường dẫn mời",
    copy: "Chép đường dẫn",
    heldBack:
      "Nhóm có học sinh đang nhận cả người không được duyệt, nên trợ lý tự động không gửi liên kết này cho ai. Bật duyệt người vào nhóm thì liên kết được gửi.",
    copied: "Đã chép.",
    copyFailed: "Trình duyệt không cho chép. Anh/chị chép tay giúp.",
    qr: "Mã QR vào nhóm",
    actions: "Thay đổi nhóm",
    onlyLeads: "Người phụ trách bàn mới thay đổi được nhóm.",
    lastChange: "Việc gần nhất",
    requestsHint:
      "Muốn xem từng người, quản trị nhóm mở nhóm trong ứng dụng Zalo. Ở đây chỉ duyệt hoặc từ chối tất cả.",
  },

  change: {
    create: "Tạo lại",
    lock: "Chỉ để OA viết",
    unlock: "Cho mọi người viết",
    "ask-to-join": "Bật duyệt người vào",
    "join-freely": "Tắt duyệt người vào",
    "accept-requests": "Duyệt tất cả",
    "reject-requests": "Từ chối tất cả",
    "use-asset": "Đổi gói",
    delete: "Xóa nhóm",
  } satisfies Record<ChangeKind, string>,
  changing: {
    create: "Đang tạo nhóm",
    lock: "Đang khóa phần viết",
    unlock: "Đang mở phần viết",
    "ask-to-join": "Đang bật duyệt",
    "join-freely": "Đang tắt duyệt",
    "accept-requests": "Đang duyệt",
    "reject-requests": "Đang từ chối",
    "use-asset": "Đang đổi gói",
    delete: "Đang xóa nhóm",
  } satisfies Record<ChangeKind, string>,
  changed: {
    create: "Đã tạo nhóm",
    lock: "Đã khóa: chỉ OA và quản trị nhóm viết",
    unlock: "Đã mở: mọi thành viên viết được",
    "ask-to-join": "Đã bật duyệt người vào",
    "join-freely": "Đã tắt duyệt người vào",
    "accept-requests": "Đã duyệt tất cả",
    "reject-requests": "Đã từ chối tất cả",
    "use-asset": "Đã đổi gói",
    delete: "Đã xóa nhóm",
  } satisfies Record<ChangeKind, string>,
  outcome: {
    waiting: (doing: string) => `${doing}…`,
    waitingLonger: (doing: string) => `${doing}. Zalo chưa trả lời, hệ thống đang tự thử lại…`,
    refused: (why: string) => `Zalo từ chối: ${why}`,
    gaveUp: "Zalo không trả lời sau nhiều lần thử. Mời thử lại sau.",
  },

  attach: {
    action: "Đổi nơi gắn",
    actionNobody: "Gắn với trường hoặc xã",
    confirm: "Gắn nhóm",
    busy: "Đang gắn…",
    cancel: "Thôi",
  },
  asset_: {
    title: "Đổi sang gói nào?",
    confirm: "Đổi gói",
    cancel: "Thôi, giữ gói cũ",
  },
  remove: {
    title: (name: string) => `Xóa nhóm “${name}”?`,
    meaning: (members: number) =>
      `Nhóm và mọi tin trong nhóm sẽ mất với cả ${members} thành viên, không lấy lại được.`,
    meaningBot: "Hệ thống thôi gửi bản tin vào nhóm này. Nhóm của mọi người vẫn còn.",
    confirm: "Xóa nhóm",
    cancel: "Thôi, giữ nhóm",
  },
  asking: "Đang ghi yêu cầu…",
  notNow: "Lúc này chưa làm được: việc trước chưa xong, hoặc nhóm vừa đổi.",
} as const;

/** Why Zalo said no, or why there was no answer, in plain words. */
export function whyNot(code: string | null): string {
  return reasons[code ?? ""] ?? `lý do chưa rõ (mã ${code ?? "không có"}).`;
}

const silence = "Zalo chưa trả lời.";
const token = "khóa truy cập OA hết hiệu lực. Xin báo người vận hành.";
const reasons: Readonly<Record<string, string>> = {
  "-221": "OA chưa được xác thực.",
  "-224": "gói dịch vụ của OA chưa có nhóm GMF. Cần nâng gói.",
  "-238": "gói nhóm này đã có nhóm khác dùng. Mời chọn gói khác.",
  "-241": "gói nhóm này đã hết hạn hoặc đã dùng. Mời chọn gói khác.",
  "-100": "Zalo không nhận ảnh kèm theo bản tin.",
  "-201": "có một thông tin chưa hợp lệ: tên nhóm, hoặc một thành viên chưa quan tâm OA.",
  "-210": "vượt giới hạn của Zalo về độ dài hoặc số người.",
  "-237": "nhóm đã tắt vì gói hết hạn.",
  "-403": "OA không còn ở trong nhóm này.",
  "-204": "OA đang bị khóa.",
  "-205": "không tìm thấy OA.",
  "-209": "hệ thống chưa được phép dùng tính năng này của Zalo.",
  "-211": "OA đã hết lượt gửi.",
  "-212": "tính năng này chưa được đăng ký với Zalo.",
  "-216": token,
  "-220": token,
  "-124": token,
  "-223": "OA chưa cấp quyền quản lý nhóm cho hệ thống.",
  "-235": "loại OA này không dùng được nhóm GMF.",
  "-248": "nội dung không hợp tiêu chuẩn của Zalo.",
  "400": "Zalo Bot không nhận yêu cầu này.",
  "401": "khóa của Zalo Bot không đúng. Xin báo người vận hành.",
  "403": "Zalo Bot không còn ở trong nhóm này.",
  timeout: silence,
  "no-connection": silence,
  "server-error": silence,
  unreadable: silence,
  busy: silence,
  abandoned: "máy chủ dừng giữa chừng.",
  "not-configured": "hệ thống chưa nối với OA.",
  "no-members": "không còn ai trong danh sách đầu tiên có nối Zalo.",
  "no-asset": "chưa chọn gói nhóm.",
  "not-made": "nhóm chưa được tạo.",
};
