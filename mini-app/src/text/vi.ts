import type { DeskKind } from "@truong-an/shared/directory";
import type { Accused, Category, DangerNow, Level, When, Writer } from "@truong-an/shared/report";
import type { ReportStatus } from "@truong-an/shared/report-status";
import { statusForReporter } from "@truong-an/shared/text/vi";

type Day = { readonly day: string; readonly month: string; readonly year: string };
type Wording = { readonly label: string; readonly hint?: string };

/** How a child would say it. The order is the order on the screen: what children meet most comes first. */
const categories: Record<Category, Wording> = {
  bullying: { label: "Bị bắt nạt, trêu chọc, cô lập" },
  physical_violence: { label: "Bị đánh, đánh nhau" },
  threat: { label: "Bị dọa, bị đe dọa" },
  extortion: { label: "Bị trấn tiền, trấn đồ" },
  sexual_abuse_harassment: {
    label: "Bị đụng chạm, quấy rối",
    hint: "Đụng vào chỗ riêng tư, nói lời khó chịu, đòi xem ảnh",
  },
  online_abuse: { label: "Bị bắt nạt trên mạng", hint: "Tung ảnh, nói xấu, nhắn tin xấu" },
  family_abuse: { label: "Bị đánh, bị bỏ mặc ở nhà" },
  self_harm_suicide: { label: "Có người muốn tự làm đau mình, không muốn sống" },
  weapon: { label: "Có dao, súng, đồ nguy hiểm" },
  staff_misconduct: { label: "Thầy cô, người của trường làm sai" },
  counselling_request: { label: "Muốn được nói chuyện, được giúp" },
  other: { label: "Chuyện khác" },
  drugs_stimulants: { label: "Ma túy, bóng cười, chất lạ" },
  vaping_alcohol: { label: "Thuốc lá điện tử, rượu bia" },
  online_scam: { label: "Bị lừa trên mạng" },
  gambling_lending: { label: "Cá độ, đánh bạc, vay nợ" },
  trespass_gathering: { label: "Người lạ vào trường, tụ tập gây rối" },
  theft_vandalism: { label: "Mất đồ, đập phá đồ" },
  traffic_safety: { label: "Đi lại không an toàn" },
  fire_safety: { label: "Cháy nổ, điện không an toàn" },
  food_safety: { label: "Đồ ăn, nước uống không sạch" },
  facility: { label: "Phòng học, sân trường bị hỏng" },
  praise: { label: "Khen một việc tốt" },
};

const danger: Record<DangerNow, Wording> = {
  me: { label: "Có, là em" },
  someone: { label: "Có, là người khác" },
  unsure: { label: "Em không chắc" },
  no: { label: "Không" },
};

const accused: Record<Accused, Wording> = {
  peer: { label: "Học sinh" },
  staff: {
    label: "Thầy cô hoặc người làm ở trường",
    hint: "Trường sẽ không được đọc phản ánh này",
  },
  family: { label: "Người trong nhà" },
  outsider: { label: "Người ngoài trường" },
  police: { label: "Công an", hint: "Công an sẽ không được đọc phản ánh này" },
  official: { label: "Cán bộ xã, phường", hint: "Xã, phường sẽ không được đọc phản ánh này" },
  unknown: { label: "Em không biết là ai" },
  none: { label: "Không có ai làm" },
};

const when: Record<When, Wording> = {
  today: { label: "Hôm nay" },
  soon: { label: "Sắp xảy ra" },
  keeps: { label: "Xảy ra nhiều lần, đến giờ vẫn còn" },
  days: { label: "Mấy ngày nay" },
  long_ago: { label: "Lâu rồi" },
};

const writer: Record<Writer, string> = {
  pupil_primary: "Học sinh tiểu học",
  pupil_lower: "Học sinh THCS",
  pupil_upper: "Học sinh THPT",
  parent: "Cha mẹ, người nuôi dưỡng",
  teacher: "Thầy cô, người làm ở trường",
  other: "Người khác",
  unsaid: "Không muốn nói",
};

const deskKinds: Record<DeskKind, string> = {
  school: "nhà trường",
  police: "công an",
  commune: "xã, phường",
  department: "Sở Giáo dục và Đào tạo",
};

const statuses: Record<ReportStatus, Wording> = {
  waiting: {
    label: statusForReporter.waiting,
    hint: "Nếu lâu không có ai nhận, hệ thống tự báo cho nơi tiếp theo.",
  },
  taken: { label: statusForReporter.taken },
  closed: { label: statusForReporter.closed },
};

const whatNext: Record<Level, string> = {
  emergency:
    "Việc này rất gấp. Những người có trách nhiệm được báo ngay bây giờ, kể cả ban đêm. Nếu đang nguy hiểm, hãy gọi 113 ngay, đừng chờ trả lời.",
  high: "Việc này quan trọng. Những người có trách nhiệm được báo ngay.",
  normal: "Nơi tiếp nhận được báo ngay và sẽ xem trong ngày học.",
  low: "Nơi tiếp nhận sẽ xem trong vài ngày học tới.",
  not_a_report: "Nơi tiếp nhận sẽ xem.",
};

/** What is asked when the words seem to be about someone whose own desk would read them. */
const offices = {
  staff: "Có người làm việc ở trường làm điều không đúng trong chuyện này không?",
  police: "Có công an làm điều không đúng trong chuyện này không?",
  official: "Có cán bộ xã, phường làm điều không đúng trong chuyện này không?",
} as const;

/** For an emergency, by what it is about: a few kind words above the numbers to call. */
const callHelp = {
  life: {
    title: "Em không phải chịu chuyện này một mình",
    words:
      "Nếu em hoặc người em kể không muốn sống hay muốn làm đau mình, gọi 111 ngay nhé. Gọi miễn phí, ngày đêm đều có người nghe. Em nói với một người lớn em tin cũng được.",
  },
  violence: {
    title: "Trước hết là an toàn",
    words:
      "Nếu đang có người bị đánh, bị dọa hay có đồ nguy hiểm ở gần, em tránh ra chỗ đông người rồi gọi 113. Có người bị thương thì gọi 115.",
  },
  abuse: {
    title: "Chuyện này không phải lỗi của em",
    words:
      "Nếu người đó đang ở gần, em tìm tới chỗ có người lớn em tin và gọi 113. Muốn nói với người hiểu chuyện, em gọi 111, miễn phí.",
  },
  home: {
    title: "Em có quyền được an toàn ở nhà",
    words:
      "Nếu ở nhà đang nguy hiểm, em sang nhà hàng xóm hoặc tới người em tin nếu ra được, rồi gọi 111. Đang có người bị đánh, hoặc em không ra được, thì gọi 113.",
  },
  missing: {
    title: "Báo càng sớm càng tốt",
    words:
      "Nếu có bạn bị dẫn đi, chưa về hoặc không liên lạc được, em gọi 113 và báo ngay cho người lớn ở gần. Nếu có người rủ hoặc hẹn em đi, em đừng đi, và nói ngay với một người lớn.",
  },
  fire: {
    title: "Ra chỗ an toàn trước đã",
    words:
      "Nếu đang có cháy, khói hay điện giật, em tránh xa và gọi 114. Có người bị thương thì gọi 115. Báo ngay cho người lớn ở gần.",
  },
  illness: {
    title: "Gọi người tới giúp trước đã",
    words:
      "Nếu có người bị thương, bị ngất hay khó thở, em gọi 115 và báo ngay cho người lớn ở gần.",
  },
  unclear: {
    title: "An toàn trước đã",
    words:
      "Nếu có ai đang gặp nguy hiểm, em gọi ngay một số dưới đây, hoặc nói với người lớn ở gần.",
  },
} as const;

/** For a serious matter: words, and one or two numbers for whoever would like to talk. */
const talkHelp = {
  life: "Cảm ơn em đã kể ra. Nếu em hoặc người em kể muốn có người lắng nghe ngay, gọi 111 nhé. Gọi miễn phí, ngày đêm đều có người.",
  people:
    "Cảm ơn em đã kể ra. Em gửi xong, người có trách nhiệm được báo ngay. Muốn nói với ai đó ngay bây giờ, em gọi 111, miễn phí.",
  hazard:
    "Cảm ơn em đã báo. Em và các bạn tránh xa chỗ nguy hiểm nhé. Nếu có cháy thì gọi 114, có người bị nạn thì gọi 115.",
} as const;

/** Everything the reporter's screens say, and the few words the shared components need. */
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
  help: {
    call: callHelp,
    goOn: "Gọi xong hoặc chưa gọi được, em vẫn viết tiếp và gửi được.",
    talk: talkHelp,
    heard: "Cảm ơn em đã nói ra. Em gửi xong sẽ có người đọc.",
  },
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
  homePage: {
    what: "Nơi em kể những chuyện làm em thấy không an toàn, không cần nói tên.",
    danger: "Đang nguy hiểm? Gọi ngay",
    dangerHint: "Gọi miễn phí, không cần Internet.",
    report: "Gửi phản ánh ẩn danh",
    reportHint: "Chỉ người có trách nhiệm đọc được",
    thread: "Xem phản ánh đã gửi",
    threadHint: "Nhập mã em đã giữ",
    bulletins: "Bản tin",
    bulletinsHint: "Điều cần biết từ trường, công an và xã",
    school: (name: string) => `Trường của em: ${name}`,
    chooseSchool: "Trường của em: chưa chọn",
    change: "Bấm để đổi",
    choose: "Bấm để chọn",
    choices: "Em muốn làm gì?",
    outboxTitle: "Phản ánh đang chờ gửi",
    outboxOpen: "Xem",
    share: "Giới thiệu cho bạn bè",
    shareHint: "Chỉ gửi đường dẫn, không kèm thông tin gì của em",
    shareOpening: "Đang mở…",
    shareCopied: "Đã chép đường dẫn. Em dán vào tin nhắn để gửi cho bạn nhé.",
    shareByHand: "Chưa mở được phần chia sẻ. Em có thể gửi bạn đường dẫn này:",
  },
  schoolPage: {
    title: "Trường của em",
    search: "Tìm tên trường hoặc xã",
    searchHint: "Viết không dấu cũng được.",
    searching: "Đang tìm…",
    found: (count: number) => `Có ${count} trường`,
    none: "Chưa tìm thấy trường nào. Em thử viết ngắn hơn, hoặc tìm theo tên xã.",
    failed: "Chưa tải được danh sách trường. Em kiểm tra mạng rồi thử lại nhé.",
    chosen: "Trường đã chọn",
    other: "Tìm trường khác",
    writer: "Bạn là",
    writerHint: "Không bắt buộc. Giúp nơi nhận hiểu đúng hơn.",
    done: "Xong",
  },
  writer,
  deskKinds,
  report: {
    title: "Gửi phản ánh",
    step: (at: number, of: number) => `Bước ${at}/${of}`,
    danger: {
      question: "Có ai đang gặp nguy hiểm ngay bây giờ không?",
      options: danger,
      callNow: "Hãy gọi ngay một trong các số này",
      callNowHint:
        "Nếu không nói được, em tìm một người lớn ở gần. Gọi xong hoặc chưa gọi được, em vẫn gửi tiếp được.",
      anyway: "Vẫn gửi phản ánh",
    },
    what: {
      question: "Chuyện gì đã xảy ra?",
      hint: (most: number) => `Chọn một hoặc nhiều ô, nhiều nhất ${most} ô.`,
      full: "Em đã chọn đủ số ô. Bỏ bớt một ô nếu muốn chọn ô khác.",
      more: "Xem thêm chuyện khác",
      options: categories,
    },
    who: {
      question: "Ai đã làm chuyện đó?",
      hint: "Chỉ cần chọn một nhóm dưới đây, không cần tên.",
      options: accused,
    },
    when: { question: "Chuyện xảy ra khi nào?", options: when },
    story: {
      question: "Em kể lại nhé",
      label: "Chuyện đã xảy ra",
      hint: "Ai, ở đâu, khi nào, chuyện gì. Nhớ được bao nhiêu kể bấy nhiêu. Không cần viết tên em.",
      sealed: "Điều em viết được khóa lại ngay trên máy này. Chỉ nơi nhận mở được.",
      empty: "Em viết vài chữ, hoặc thêm một ảnh, để nơi nhận hiểu chuyện gì xảy ra nhé.",
      left: (count: number) => `Còn viết được ${count} chữ cái.`,
      tooLong:
        "Lời kể hơi dài nên chưa khóa lại được. Em viết ngắn lại một chút, phần còn lại gửi sau bằng mã phản ánh.",
      hints: {
        title: "Trong lời kể có thể có thông tin của em",
        name: "Có vẻ có tên của em.",
        class: "Có tên lớp.",
        phone: "Có số điện thoại.",
        nickname: "Có tên tài khoản hoặc biệt danh.",
        words: "Nếu không muốn ai đoán ra mình, em bỏ phần đó đi. Để lại cũng không sao.",
      },
      details: {
        what: "Nếu được, em kể thêm chuyện gì đã xảy ra nhé. Không bắt buộc.",
        where: "Nếu được, em kể thêm chuyện xảy ra ở đâu nhé. Không bắt buộc.",
        when: "Nếu được, em kể thêm chuyện xảy ra khi nào nhé. Không bắt buộc.",
        who: "Nếu được, em kể thêm ai đã làm nhé. Không cần tên, ví dụ “một bạn lớp trên”. Không bắt buộc.",
      },
      office: {
        question: offices,
        why: (desk: DeskKind) => `Nếu có, ${deskKinds[desk]} sẽ không được đọc phản ánh này.`,
        yes: "Có",
        no: "Không",
        unsure: "Em không chắc",
        kept: (desk: DeskKind) => `Phản ánh này sẽ không tới ${deskKinds[desk]}.`,
        ticked: (added: Category, replaced: Category | null) =>
          replaced === null
            ? `Ô “${categories[added].label}” đã được chọn thêm để nơi nhận biết.`
            : `Ô “${categories[added].label}” đã được chọn thay cho ô “${categories[replaced].label}”. Điều em viết vẫn giữ nguyên.`,
        change: "Em đổi lại được ở các bước trước.",
      },
    },
    photos: {
      title: "Ảnh (không bắt buộc)",
      hint: (most: number) => `Nhiều nhất ${most} ảnh. Nơi chụp và tên máy trong ảnh được xóa hết.`,
      add: "Thêm ảnh",
      working: "Đang chuẩn bị ảnh…",
      remove: (number: number) => `Bỏ ảnh ${number}`,
      preview: (number: number) => `Ảnh ${number}`,
      unreadable:
        "Có ảnh không mở được trên máy này. Em chụp màn hình tấm ảnh đó rồi chọn ảnh chụp màn hình nhé.",
      tooMany: (most: number) =>
        `Chỉ gửi được ${most} ảnh. Ảnh thừa đã được bỏ ra. Em gửi thêm sau bằng mã phản ánh được.`,
    },
    readers: {
      question: "Ai sẽ đọc?",
      list: "Những nơi này sẽ mở được phản ánh của em:",
      leaveOut: "Có nơi nào em không muốn cho đọc không?",
      leaveOutNobody: "Không, các nơi này đều đọc được",
      leaveOutKind: (name: string) => `Không cho ${name} đọc`,
      police: "Em muốn công an cũng đọc",
      policeHint: "Chọn khi em thấy cần công an giúp.",
      honest: "Điều chúng tôi không giấu được",
      honestZalo: "Zalo và nhà mạng biết máy này đã mở ứng dụng, nhưng không đọc được em viết gì.",
      honestSchool: "Người đọc có thể đoán ra em từ những chi tiết em kể.",
      honestSignals:
        "Máy này đọc lời kể để biết việc có gấp không, rồi gửi kèm vài dấu hiệu chung như “có người bị thương”. Lời em viết thì luôn được khóa.",
      loading: "Đang tìm nơi nhận…",
      unreachable:
        "Chưa tải được danh sách nơi nhận. Lời kể vẫn còn trên máy, em đừng đóng trang này.",
      untrusted:
        "Danh sách nơi nhận không khớp với bản gốc, nên ứng dụng chưa khóa và chưa gửi gì cả. Em hãy gọi 111, hoặc nói với một người lớn mà em tin.",
      notFound: "Không tìm thấy trường này. Em chọn lại trường nhé.",
      chooseSchool: "Chọn trường",
      send: "Gửi",
      sealing: "Đang khóa phản ánh trên máy này…",
      sealingFailed: "Chưa khóa được phản ánh trên máy này. Lời kể vẫn còn. Em thử lại nhé.",
    },
  },
  delivery: {
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
  },
  outboxPage: {
    title: "Đang chờ gửi",
    empty: "Không còn phản ánh nào đang chờ.",
    one: (number: number) => `Phản ánh ${number}`,
  },
  whatNext,
  receipt: {
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
  },
  thread: {
    title: "Phản ánh của em",
    enterTitle: "Xem phản ánh đã gửi",
    code: "Mã phản ánh",
    codeHint: "20 số. Viết liền hay cách đều được.",
    open: "Mở",
    opening: "Đang mở…",
    notDigits: "Mã chỉ có số. Em xem lại nhé.",
    tooShort: "Mã có 20 số. Hình như còn thiếu.",
    tooLong: "Mã có 20 số. Hình như bị thừa.",
    mistyped: "Có một số nào đó chưa đúng. Em xem lại từng nhóm nhé.",
    unknown:
      "Không tìm thấy phản ánh có mã này. Em xem lại mã nhé. Nếu vừa gửi xong, có thể phản ánh còn đang chờ mạng.",
    damaged: "Không mở được phản ánh này. Em gọi 111 nếu cần giúp ngay.",
    school: "Trường",
    status: "Tình trạng",
    statuses,
    received: "Nhận lúc",
    told: "Nơi đã được báo",
    toldNone: "Chưa báo nơi nào",
    readers: (count: number) => (count === 0 ? "Chưa có người đọc" : `${count} người đã đọc`),
    readersLabel: "Đã đọc",
    story: "Điều em đã kể",
    messages: "Trao đổi",
    noMessages: "Chưa có tin nhắn nào. Em quay lại xem sau nhé.",
    mine: "Em",
    staff: "Người tiếp nhận",
    photo: (number: number) => `Xem ảnh ${number}`,
    photoShown: (number: number) => `Ảnh ${number}`,
    photoFailed: "Chưa mở được ảnh này.",
    photosMissing: (count: number) =>
      `Còn ${count} ảnh chưa tới nơi. Mở lại ứng dụng trên máy đã gửi để ảnh được gửi tiếp.`,
    unreadable: "Không mở được tin này.",
    refresh: "Xem tin mới",
    refreshFailed: "Chưa tải được tin mới. Máy sẽ tự thử lại.",
    reply: "Viết thêm",
    replyLabel: "Tin nhắn của em",
    replyEmpty: "Em viết vài chữ hoặc thêm ảnh nhé.",
    dangerNow: "Em đang gặp nguy hiểm ngay lúc này",
    dangerNowHint: "Mọi nơi nhận sẽ được báo gấp. Nếu gọi được, hãy gọi 113 ngay.",
    send: "Gửi tin",
    sending: "Đang gửi…",
    sent: "Đã gửi.",
    sendFailed: "Chưa gửi được. Tin vẫn còn ở đây, em thử lại nhé.",
    sentPhotosMissing: (count: number) => `Tin đã gửi. Còn ${count} ảnh chưa gửi được.`,
    sendPhotosAgain: "Gửi lại ảnh",
    forget: "Đóng và quên mã",
  },
} as const;
