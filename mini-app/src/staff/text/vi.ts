import type { RefusalCode } from "@truong-an/shared/api/refusal";
import type { TimelineKind } from "@truong-an/shared/audit";
import type { Level, Writer } from "@truong-an/shared/report";
import { levelLabels } from "@truong-an/shared/text/vi";
import type { TimeLeft } from "../time-left.ts";

/** Everything the console says, grouped by page. */
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

  door: {
    title: "Đăng nhập",
    lockedTitle: "Mở khóa",
    starting: "Đang mở trang…",
    locked: {
      idle: "Đã khóa vì 10 phút không có thao tác. Chìa khóa và nội dung đã được xóa khỏi máy này.",
      reload: "Trang vừa được mở lại nên chìa khóa không còn trên máy này. Mời anh/chị mở khóa.",
      "signed-out": "Phiên làm việc đã hết. Mời anh/chị mở khóa lại.",
    },
    left: "Anh/chị đã đăng xuất. Chìa khóa đã được xóa khỏi máy này.",
    email: "Email",
    passphrase: "Cụm mật khẩu",
    oneTimeCode: "Mã 6 số",
    oneTimeCodeHint: "Lấy trong ứng dụng xác thực trên điện thoại. Mỗi mã dùng được một lần.",
    signIn: "Đăng nhập",
    unlock: "Mở khóa",
    otherPerson: "Đăng nhập bằng email khác",
    computing: "Đang tính chìa khóa trên máy này. Mất vài giây.",
    asking: "Đang hỏi máy chủ…",
    opening: "Đang mở chìa khóa của bàn…",
    refused:
      "Email, cụm mật khẩu hoặc mã 6 số chưa đúng. Nếu vừa dùng mã này, hãy chờ mã mới rồi thử lại.",
    emailNeeded: "Cần nhập email.",
    passphraseNeeded: "Cần nhập cụm mật khẩu.",
    codeNeeded: "Mã gồm đúng 6 chữ số.",
    keyDoesNotOpen:
      "Đã đăng nhập nhưng chìa khóa không mở được. Xin liên hệ quản trị viên của tỉnh.",
    cannotCompute:
      "Trình duyệt này không tính được chìa khóa. Đóng bớt trang khác, hoặc dùng máy khác rồi thử lại.",
    forgotten: "Quên cụm mật khẩu thì xin liên hệ quản trị viên của tỉnh.",
  },

  passphrase: {
    show: "Hiện chữ",
    hide: "Ẩn chữ",
    problem: {
      "too-short": "Cần ít nhất 12 ký tự, hoặc 4 từ.",
      repeats: "Cụm này lặp lại nhiều quá. Thử thêm vài từ khác nhau.",
    },
    fine: "Đủ mạnh.",
    different: "Hai lần nhập chưa giống nhau.",
  },

  invitation: {
    title: "Lời mời vào bàn tiếp nhận",
    opening: "Đang mở lời mời…",
    broken:
      "Liên kết này thiếu một phần. Mở lại đúng liên kết trong thư mời, hoặc nhờ người mời gửi lại.",
    toSignIn: "Đến trang đăng nhập",
    greeting: (name: string) => `Chào ${name}`,
    desk: (desk: string) => `Anh/chị được mời vào: ${desk}.`,
    whyTitle: "Chọn một cụm mật khẩu",
    why: "Tin báo được khóa lại, chỉ mình anh/chị mở được bằng cụm này. Máy chủ không biết nó. Quên thì không ai lấy lại được; khi đó phải liên hệ quản trị viên của tỉnh.",
    example: "Nên dùng 4 từ trở lên, dễ nhớ với riêng anh/chị. Đừng dùng tên hoặc ngày sinh.",
    first: "Cụm mật khẩu",
    second: "Nhập lại cụm mật khẩu",
    accept: "Tạo chìa khóa",
    making: "Đang tạo chìa khóa trên máy này. Mất vài giây.",
    wrongKey:
      "Lời mời không khớp với chìa khóa của bàn. Đừng dùng liên kết này; hãy báo cho người đã mời.",
    codeTitle: "Nối ứng dụng xác thực",
    codeWhy:
      "Bước thứ hai giữ cho tài khoản an toàn. Mở ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft Authenticator hoặc tương tự) rồi quét hình này.",
    qrLabel: "Mã QR để nối ứng dụng xác thực",
    byHand: "Không quét được? Nhập khóa này vào ứng dụng:",
    copy: "Chép khóa",
    copied: "Đã chép.",
    copyFailed: "Trình duyệt không cho chép. Anh/chị chép tay giúp.",
    firstCode: "Mã 6 số đang hiện trong ứng dụng",
    confirm: "Xác nhận và vào bàn",
    codeWrong: "Mã chưa đúng. Chờ mã mới trong ứng dụng rồi thử lại.",
  },

  queue: {
    title: "Danh sách tin",
    filters: { all: "Tất cả", waiting: "Chưa nhận", mine: "Của tôi", closed: "Đã đóng" },
    filtersLabel: "Lọc danh sách",
    loading: "Đang tải danh sách…",
    failed: "Chưa tải được danh sách.",
    stale: (time: string) =>
      `Mất kết nối. Danh sách dưới đây là lúc ${time}; trang đang tự thử lại.`,
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
  },

  timeLeft: (left: TimeLeft): string => {
    switch (left.kind) {
      case "none":
        return "";
      case "left":
        return left.minutes < 1 ? "còn dưới 1 phút" : `còn ${duration(left.minutes)}`;
      case "overdue":
        return left.minutes < 1 ? "vừa quá hạn" : `quá hạn ${duration(left.minutes)}`;
    }
  },
  timeLeftMeaning: "Hết giờ mà chưa ai nhận, cơ quan tiếp theo sẽ được báo.",

  report: {
    title: (school: string | undefined) => (school === undefined ? "Tin báo" : `Tin từ ${school}`),
    loading: "Đang tải tin…",
    opening: "Đang giải mã…",
    back: "Về danh sách",
    reload: "Tải lại tin",
    actionsTitle: "Việc cần làm",
    nothingToDo: "Lúc này bàn của anh/chị không cần làm gì thêm với tin này.",
    factsTitle: "Người gửi đã chọn",
    storyTitle: "Nội dung",
    onlyHere: "Chỉ trình duyệt này đọc được. Máy chủ không đọc được.",
    noStory: "Người gửi không viết gì thêm.",
    why: "Vì sao ở mức này",
    otherReasons: "Lý do khác, nhẹ hơn",
    beforeCorrection: "Trước khi bàn sửa mức",
    corrected: (why: string, desk: string | null = null) =>
      `${desk ?? "Bàn"} đã sửa mức, vì ${why}`,
    circumstances: "Lời kể còn cho biết",
    ownerDesk: "Bàn chủ trì",
    heldBy: "Người giữ",
    nobody: "Chưa có ai",
    me: "Tôi",
    status: "Trạng thái",
    receivedAt: "Nhận lúc",
    deadline: "Thời hạn nhận",
    outcome: "Kết quả",
    told: "Đã báo cho",
    closedStory: {
      title: "Trình duyệt này không mở được nội dung",
      rotated: "Tin được khóa bằng chìa khóa cũ của bàn.",
      damaged: "Chìa khóa của bàn không khớp với phong bì của tin, hoặc phong bì bị hỏng.",
      whatNow:
        "Tin vẫn còn nguyên. Nhờ một đồng nghiệp trong bàn mở thử, hoặc chuyển cho bàn khác đang giữ chìa khóa của tin.",
    },
  },

  facts: {
    danger: "Nguy hiểm lúc này",
    categories: "Việc gì",
    accused: "Liên quan đến",
    when: "Khi nào",
    writer: "Người gửi",
    wantsPolice: "Muốn công an biết",
    excluded: "Không muốn cho đọc",
    yes: "Có",
    notAsked: "Không hỏi",
  },

  take: {
    action: "Nhận xử lý",
    busy: "Đang nhận…",
    done: "Anh/chị đã nhận tin này.",
    meaning:
      "Bàn của anh/chị sẽ chủ trì. Tên anh/chị hiện cho các bàn cùng giữ tin. Người gửi chỉ thấy đã có người nhận.",
  },

  photos: {
    title: "Ảnh",
    warning: "Ảnh có thể gây sốc. Mỗi lần mở đều được ghi lại.",
    waiting: (number: number) => `Ảnh ${number}: đang chờ ảnh từ máy người gửi`,
    open: (number: number) => `Mở ảnh ${number}`,
    hide: (number: number) => `Ẩn ảnh ${number}`,
    loading: (number: number) => `Đang mở ảnh ${number}…`,
    label: (number: number) => `Ảnh ${number} do người gửi đính kèm`,
    failed: (number: number) => `Không mở được ảnh ${number}. Ảnh bị hỏng hoặc không tải được.`,
  },

  thread: {
    title: "Trao đổi với người gửi",
    none: "Chưa có trao đổi nào.",
    reporter: "Người gửi",
    staff: (desk: string | null) => desk ?? "Bàn tiếp nhận",
    closed: "Không mở được đoạn này.",
    notOpened: "Trình duyệt này không mở được tin, nên chưa trả lời được từ đây.",
    isClosed: "Tin đã đóng. Khi người gửi viết thêm, tin mở lại và anh/chị trả lời được.",
    reply: "Trả lời người gửi",
    replyHint: "Người gửi thấy tên bàn, không thấy tên anh/chị. Đừng nhắc đến ai đã báo tin.",
    phrases: "Câu soạn sẵn",
    send: "Gửi trả lời",
    sending: "Đang khóa và gửi…",
    sent: "Đã gửi trả lời.",
    empty: "Cần viết vài chữ trước khi gửi.",
  },

  notes: {
    title: "Ghi chú nội bộ",
    none: "Chưa có ghi chú.",
    empty: "Cần viết vài chữ trước khi lưu.",
    label: "Ghi chú mới",
    hint: "Chỉ những bàn đã được báo mới đọc được. Người gửi không đọc được.",
    save: "Lưu ghi chú",
    saving: "Đang khóa và lưu…",
    saved: "Đã lưu ghi chú.",
    untrusted:
      "Danh sách bàn nhận không có chữ ký đúng của quản trị viên, nên chưa viết được ghi chú mới. Xin báo cho quản trị viên.",
    closed: "Ghi chú này viết trước khi bàn của anh/chị được báo, nên không mở được ở đây.",
    byline: (who: string, desk: string, at: string) => `${who} · ${desk} · ${at}`,
  },

  reading: {
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
  },

  correct: {
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
  },

  outdated: {
    message: "Người gửi vừa viết thêm hoặc mức vừa đổi. Xin đọc lại trước.",
    leave: "Đóng lại để đọc",
  },

  handOver: {
    action: "Chuyển cho bàn khác",
    title: "Chuyển cho bàn nào?",
    meaning:
      "Bàn mới sẽ chủ trì và được báo ngay. Tin trở lại trạng thái chờ người nhận. Bàn của anh/chị vẫn đọc được.",
    has: "Đã có chìa khóa của tin",
    seals: "Trình duyệt này sẽ trao chìa khóa của tin cho bàn đó",
    untrusted:
      "Danh sách bàn nhận không có chữ ký đúng của quản trị viên, nên trang này không chuyển tin. Xin báo cho quản trị viên.",
    noneHolds:
      "Trình duyệt này không mở được tin, nên chỉ chuyển được cho bàn đã có chìa khóa, mà hiện không có bàn nào. Nhờ một đồng nghiệp trong bàn chuyển giúp.",
    none: "Không còn bàn nào khác để chuyển.",
    choose: "Chọn một bàn trước đã.",
    confirm: "Chuyển tin",
    busy: "Đang chuyển…",
    cancel: "Thôi, giữ lại",
    done: "Đã chuyển tin.",
  },

  close: {
    action: "Đóng tin",
    title: "Đóng với kết quả nào?",
    meaning:
      "Kết quả chỉ lưu trong hệ thống. Nếu muốn nói thêm với người gửi, hãy viết trả lời trước khi đóng.",
    next: "Tiếp tục",
    choose: "Chọn một kết quả trước đã.",
    confirmTitle: "Đóng tin này?",
    outcome: (outcome: string) => `Kết quả lưu lại: ${outcome}.`,
    reporterSees: "Người gửi sẽ thấy:",
    confirm: "Đóng tin",
    busy: "Đang đóng…",
    back: "Chọn lại",
    cancel: "Chưa đóng",
    done: "Đã đóng tin.",
    takeFirst: "Nhận xử lý trước, rồi mới đóng được.",
    notShown: "Có đoạn của người gửi chưa mở ở đây. Xin đọc hết rồi mới đóng được.",
    refused: "Người gửi vừa viết thêm hoặc tin vừa đổi. Xin đọc trước khi đóng tin.",
  },

  timeline: {
    title: "Diễn biến",
    readers: (names: string) => `Đã đọc: ${names}`,
    none: "Chưa có gì được ghi.",
    repeated: (words: string, times: number) => `${words} (${times} lần)`,
    corrected: (words: string, from: Level, to: Level, why: string) =>
      `${words} từ ${inSentence(from)} thành ${inSentence(to)}, vì ${why}`,
    other: "Có một thay đổi khác",
    somebody: "Một người",
    desk: "một bàn",
  },
} as const;

/** What a no means on the page of one report, beside its button "Tải lại tin". */
export const reportRefusals = {
  "already-taken": "Đồng nghiệp đã nhận tin này. Xin bấm “Tải lại tin” để xem ai đang xử lý.",
  "desks-changed": "Khóa của bàn nhận vừa thay đổi. Xin bấm “Tải lại tin” rồi làm lại.",
  "not-now": "Lúc này chưa làm được việc này, vì tin vừa đổi. Xin bấm “Tải lại tin” rồi xem lại.",
} as const satisfies Partial<Record<RefusalCode, string>>;

/** One line of a report's history: what happened, by whom, at which desk. */
export const happened: Record<TimelineKind, (who: string, desk: string) => string> = {
  "report-received": () => "Tin tới hệ thống",
  "desk-told": (_who, desk) => `Đã báo cho ${desk}`,
  "report-escalated": () => "Chưa ai nhận, báo lên bậc tiếp theo",
  "alert-attempted": (who, desk) => `Gọi ${who} (${desk})`,
  "alert-acknowledged": (who, desk) => `${who} (${desk}) đã báo là đã nhận tin, chưa nhận việc`,
  "desk-unreached": (_who, desk) => `Chưa gọi được ai ở ${desk}, báo ngay cho nơi tiếp theo`,
  "report-opened": (who, desk) => `${who} (${desk}) đã đọc`,
  "photo-opened": (who, desk) => `${who} (${desk}) đã mở một ảnh`,
  "report-taken": (who, desk) => `${who} (${desk}) nhận xử lý`,
  "note-written": (who, desk) => `${who} (${desk}) viết ghi chú`,
  "message-written": (who, desk) => `${who} (${desk}) trả lời người gửi`,
  "report-handed-over": (who, desk) => `${who} (${desk}) chuyển tin sang bàn khác`,
  "report-closed": (who, desk) => `${who} (${desk}) đóng tin`,
  "message-received": () => "Người gửi viết thêm",
  "report-reopened": () => "Tin được mở lại, chờ người nhận",
  "report-raised": () => "Tin được nâng mức",
  "report-raised-by-reading": (who, desk) => `Trình duyệt của ${who} (${desk}) đọc lại và nâng mức`,
  "level-corrected": (who, desk) => `${who} (${desk}) sửa mức`,
};

/**
 * Replies to start from. None asks "why", none doubts, none repeats what was told or tells what
 * is being done about whom: whoever holds the phone may be reading.
 */
export function readyPhrases(writer: Writer): readonly string[] {
  const you = address[writer];
  return [
    `Cảm ơn ${you} đã viết. Chúng tôi đã đọc và đang xem xét.`,
    `Lúc này ${you} có an toàn không? Nếu không, hãy gọi 113 hoặc 111, hoặc tìm đến một người lớn mà ${you} tin.`,
    `Đây không phải lỗi của ${you}. Viết ra được là rất can đảm.`,
    `Khi nào thấy thoải mái, ${you} kể thêm giúp: việc ở đâu, vào lúc nào, còn ai có thể giúp?`,
    `Chúng tôi không cần biết ${you} là ai. Cần gì, ${you} cứ viết tiếp ở đây.`,
    `Chúng tôi vẫn đang làm việc. Khi có tin mới, chúng tôi sẽ viết ở đây cho ${you}.`,
  ];
}

const address: Record<Writer, string> = {
  pupil_primary: "em",
  pupil_lower: "em",
  pupil_upper: "em",
  parent: "anh/chị",
  teacher: "thầy/cô",
  other: "bạn",
  unsaid: "bạn",
};

/** What was seen, with its reasons where there are any. */
function listed(seen: string, why: string): string {
  return why === "" ? `${seen}.` : `${seen}: ${why}.`;
}

/** A level inside a sentence: "khẩn cấp". */
function inSentence(level: Level): string {
  const label = levelLabels[level];
  return label.charAt(0).toLowerCase() + label.slice(1);
}

function becomes(level: Level): string {
  return level === "not_a_report"
    ? "được xếp là không phải tin báo"
    : `xuống mức ${inSentence(level)}`;
}

/** Minutes as a person says them: "3 phút", "2 giờ 5 phút", "3 ngày". */
function duration(minutes: number): string {
  if (minutes < 60) return `${minutes} phút`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} ngày`;
  const rest = minutes % 60;
  return rest === 0 ? `${hours} giờ` : `${hours} giờ ${rest} phút`;
}
