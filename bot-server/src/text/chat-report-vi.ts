import {
  accusedChoices,
  dangerChoices,
  matterChoices,
  whenChoices,
} from "@truong-an/shared/chat/choices";
import type { Phrase } from "@truong-an/shared/chat/phrase";
import type { Accused, Category, DangerNow, When } from "@truong-an/shared/report";
import {
  type ChatWords,
  chatMessage,
  type Known,
  menuButton,
  numbered,
  openForm,
  pressing,
  wishing,
} from "./chat-parts-vi.ts";

/** What is said while a report is told in the chat. */
export type ReportPhrase = Extract<
  Phrase,
  {
    readonly say:
      | "report-warning"
      | "ask-danger"
      | "ask-matter"
      | "ask-accused"
      | "ask-when"
      | "making-receipt"
      | "not-kept-yet"
      | "kept"
      | "still-telling"
      | "nothing-told"
      | "thrown-away"
      | "already-sent"
      | "sent"
      | "sent-at-once"
      | "not-sent";
  }
>;

const sendButton = pressing("Gửi đi", { kind: "send" });
const stopButton = wishing("Thôi, không gửi", "stop");

export function reportWords(phrase: ReportPhrase, known: Known): ChatWords {
  switch (phrase.say) {
    case "report-warning":
    case "ask-danger":
    case "ask-matter":
    case "ask-accused":
    case "ask-when":
      return questionWords(phrase, known);
    default:
      return draftWords(phrase, known);
  }
}

type QuestionPhrase = Extract<
  ReportPhrase,
  { readonly say: "report-warning" | "ask-danger" | "ask-matter" | "ask-accused" | "ask-when" }
>;

function questionWords(phrase: QuestionPhrase, known: Known): ChatWords {
  switch (phrase.say) {
    case "report-warning":
      return chatMessage(
        "Trước khi kể, bạn cần biết: tin nhắn ở đây không ẩn danh. Người quản lý trang này và Zalo thấy được tên Zalo của bạn và những gì bạn viết.\n\nNếu muốn không ai biết bạn là ai, bạn mở biểu mẫu ẩn danh: lời kể được khóa ngay trên máy của bạn.\n\nNếu vẫn muốn kể ở đây: hệ thống khóa lời kể lại, chỉ gửi cho nơi tiếp nhận, và không ghi tên hay tài khoản của bạn vào phản ánh.\n\n1. Vẫn kể ở đây\n2. Thôi",
        [openForm(known), pressing("Vẫn kể ở đây", { kind: "yes" }), stopButton],
      );
    case "ask-danger":
      return chatMessage(
        `${known.nameOf(phrase.schoolId)}. Lúc này có ai đang gặp nguy hiểm không? Gõ số.\n\n${numbered(
          dangerChoices.map((one) => dangers[one]),
        )}\n\nGõ “thôi” để dừng.`,
        dangerChoices.map((one) => pressing(dangers[one], { kind: "danger", danger: one })),
      );
    case "ask-matter":
      return chatMessage(
        `Chuyện gần nhất với ý nào? Gõ số.\n\n${numbered(matterChoices.map(matterName))}\n\nGõ “thôi” để dừng.`,
      );
    case "ask-accused":
      return chatMessage(
        `Ai đã làm chuyện đó? Gõ số. Nơi có người bị nói tới sẽ không được đọc.\n\n${numbered(
          accusedChoices.map((one) => accused[one] ?? accused.unknown),
        )}`,
      );
    case "ask-when":
      return chatMessage(
        `Chuyện xảy ra khi nào? Gõ số.\n\n${numbered(whenChoices.map((one) => whens[one]))}`,
        whenChoices.map((one) => pressing(whens[one], { kind: "when", when: one })),
      );
  }
}

function draftWords(phrase: Exclude<ReportPhrase, QuestionPhrase>, known: Known): ChatWords {
  switch (phrase.say) {
    case "making-receipt":
      return chatMessage(
        "Mình đang tạo mã tra cứu. Bạn đợi tin nhắn có mã rồi hãy kể nhé. Những gì viết trước đó không được giữ lại.",
      );
    case "not-kept-yet":
      return chatMessage(
        "Câu vừa rồi tới sớm quá nên chưa được giữ. Bạn đợi tin nhắn có mã rồi gửi lại câu đó nhé, hoặc mở biểu mẫu ẩn danh.",
        [openForm(known), stopButton],
      );
    case "kept":
      return chatMessage(
        "Mình đã khóa và giữ lại. Bạn kể tiếp được, mỗi tin một đoạn cũng được. Kể xong, gõ “gửi”. Đổi ý thì gõ “thôi”. Nếu bạn im lặng 10 phút, mình sẽ tự gửi.",
        [sendButton, stopButton],
      );
    case "still-telling":
      return chatMessage(
        "Bạn đang kể một phản ánh. Kể xong, gõ “gửi”. Đổi ý thì gõ “thôi” để bỏ, rồi chọn việc khác.",
        [sendButton, stopButton],
      );
    case "nothing-told":
      return chatMessage(
        "Bạn chưa kể gì nên chưa có gì để gửi. Bạn viết chuyện đã xảy ra ở đây nhé, hoặc gõ “thôi” để dừng.",
        [stopButton],
      );
    case "thrown-away":
      return chatMessage(
        "Mình đã bỏ hết những gì bạn kể, không gửi tới ai. Mã vừa nhận không còn dùng được. Tin nhắn trong Zalo thì bạn xóa trên máy nhé.",
        [menuButton],
      );
    case "already-sent":
      return chatMessage(
        "Phản ánh đã được gửi trước đó vì đọc thấy có người có thể đang nguy hiểm, nên không rút lại được. Mình dừng ở đây.",
      );
    case "sent":
      return chatMessage(
        "Đã gửi tới nơi tiếp nhận. Tên và tài khoản Zalo của bạn không đi kèm.\n\nĐể xem trả lời hoặc kể thêm, bạn mở Trường An, chọn “Xem phản ánh đã gửi” và nhập mã 20 số. Nên chép mã ra chỗ khác rồi xóa tin có mã trong khung chat này.\n\nNguy hiểm thì gọi 113, 111 hoặc 115.",
        [{ title: "Mở trang tra cứu", url: known.appLink }, menuButton],
      );
    case "sent-at-once":
      return chatMessage(
        "Điều bạn kể nghe rất gấp nên mình đã gửi ngay tới nơi tiếp nhận. Bạn kể thêm được, mỗi tin sẽ được chuyển tiếp luôn. Xong thì gõ “gửi”. Nhưng gọi 113, 111 hoặc 115 vẫn nhanh nhất.",
        [sendButton],
      );
    case "not-sent":
      return chatMessage(
        "Mình chưa gửi được phản ánh này và không còn giữ lời kể. Xin lỗi bạn. Bạn kể lại bằng biểu mẫu ẩn danh nhé. Nguy hiểm thì gọi ngay 113, 111 hoặc 115.",
        [openForm(known)],
      );
  }
}

/** The message with the receipt. It is made in memory and sent; it stands nowhere else. */
export function receiptWords(printed: string): ChatWords {
  return chatMessage(
    `Mã tra cứu của bạn:\n\n${printed}\n\nBạn chép mã ra chỗ khác, rồi xóa tin này: ai có mã thì xem được phản ánh. Nếu nhận nhiều mã, chỉ mã mới nhất dùng được.\n\nBây giờ bạn kể nhé: chuyện gì, ở đâu, khi nào, ai có mặt. Kể xong, gõ “gửi”. Đổi ý thì gõ “thôi”.`,
    [stopButton],
  );
}

const dangers: Record<DangerNow, string> = {
  me: "Có, tôi đang gặp nguy hiểm",
  someone: "Có, người khác đang gặp nguy hiểm",
  unsure: "Không chắc",
  no: "Không",
};

const matters: { readonly [Matter in Category]?: string } = {
  bullying: "Bị bắt nạt, trêu chọc, cô lập",
  physical_violence: "Đánh nhau, bị đánh",
  sexual_abuse_harassment: "Bị đụng chạm, xâm hại, quấy rối",
  self_harm_suicide: "Buồn, muốn làm đau mình, không muốn sống",
  threat: "Bị đe dọa, trấn lột, có hung khí",
  drugs_stimulants: "Ma túy, thuốc lá điện tử, rượu bia",
  family_abuse: "Chuyện không an toàn ở nhà",
  staff_misconduct: "Người làm ở trường làm điều sai",
  other: "Việc khác",
};

function matterName(category: Category): string {
  return matters[category] ?? category;
}

const accused: Record<Accused, string> = {
  peer: "Học sinh",
  staff: "Thầy cô, người làm ở trường",
  family: "Người trong nhà",
  outsider: "Người ngoài",
  police: "Công an",
  official: "Cán bộ xã",
  unknown: "Không rõ là ai",
  none: "Không có ai",
};

const whens: Record<When, string> = {
  today: "Hôm nay",
  soon: "Sắp xảy ra",
  keeps: "Vẫn lặp lại",
  days: "Mấy ngày trước",
  long_ago: "Đã lâu",
};
