import type { DeskKind } from "@truong-an/shared/directory";
import type { Category } from "@truong-an/shared/report";
import { accused, categories, danger, when } from "./answers-vi.ts";

export const deskKinds: Record<DeskKind, string> = {
  school: "nhà trường",
  police: "công an",
  commune: "xã, phường",
  department: "Sở Giáo dục và Đào tạo",
};

/** What is asked when the words seem to be about someone whose own desk would read them. */
const offices = {
  staff: "Có người làm việc ở trường làm điều không đúng trong chuyện này không?",
  police: "Có công an làm điều không đúng trong chuyện này không?",
  official: "Có cán bộ xã, phường làm điều không đúng trong chuyện này không?",
} as const;

/** The steps of a report. */
export const report = {
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
} as const;
