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
import { type SentPhrase, sendButton, sentWords } from "./chat-sent-vi.ts";

/** What is said while a report is told in the chat. */
export type ReportPhrase =
  | SentPhrase
  | Extract<
      Phrase,
      {
        readonly say:
          | "report-warning"
          | "ask-danger"
          | "ask-matter"
          | "ask-accused"
          | "ask-when"
          | "making-receipt"
          | "receipt-unsure"
          | "not-kept-yet"
          | "kept"
          | "still-telling"
          | "nothing-told"
          | "ask-stop"
          | "thrown-away"
          | "already-sent";
      }
    >;

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
        "Trước khi kể, bạn cần biết: tin nhắn ở đây không ẩn danh. Người quản lý trang này và Zalo thấy được tên Zalo của bạn, những gì bạn viết và cả mã tra cứu gửi cho bạn. Xóa trên máy bạn không xóa được ở phía họ.\n\nMuốn không cần cho biết bạn là ai, và chỉ mình bạn có mã, bạn mở biểu mẫu ẩn danh: lời kể được khóa ngay trên máy của bạn.\n\nNếu vẫn muốn kể ở đây: hệ thống khóa lời kể lại, chỉ gửi cho nơi tiếp nhận, và không ghi tên hay tài khoản của bạn vào phản ánh.\n\n1. Vẫn kể ở đây\n2. Thôi",
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
        `Ai đã làm chuyện đó? Gõ số. Bàn tiếp nhận của nơi đó không mở được phản ánh. Nhưng người quản lý trang Zalo này vẫn thấy khung chat và cả mã.\n\n${numbered(
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

const ifUnanswered = {
  dropped: "Nếu 10 phút nữa bạn chưa trả lời, mình bỏ hết những gì bạn kể, không gửi tới ai.",
  sent: "Mình hỏi vì có thể có người đang gặp nguy hiểm. Nếu 10 phút nữa bạn chưa trả lời, mình sẽ gửi để nơi tiếp nhận biết.",
  kept: "Những gì đã gửi trước đó thì không rút lại được.",
} as const;

function draftWords(phrase: Exclude<ReportPhrase, QuestionPhrase>, known: Known): ChatWords {
  switch (phrase.say) {
    case "making-receipt":
      return chatMessage(
        "Mình đang tạo mã tra cứu. Bạn đợi tin nhắn có mã rồi hãy kể nhé. Những gì viết trước đó không được giữ lại.",
      );
    case "not-kept-yet":
      return chatMessage(
        "Câu vừa rồi tới sớm quá nên chưa được giữ. Khi thấy tin nhắn có mã mới nhất, bạn gửi lại câu đó nhé, hoặc mở biểu mẫu ẩn danh.",
        [openForm(known), stopButton],
      );
    case "receipt-unsure":
      return chatMessage(
        "Mình không chắc tin nhắn có mã đã tới bạn chưa.\n\nNếu đã thấy mã 20 số ở trên, bạn cứ kể luôn ở đây.\nNếu chưa thấy, gõ 1 để nhận mã mới, đợi có mã rồi hãy kể. Không cần mã thì bạn cũng cứ kể luôn.",
        [pressing("Nhận mã mới", { kind: "new-receipt" }), stopButton],
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
    case "ask-stop":
      return chatMessage(
        `Bạn muốn thôi, không gửi nữa? Gõ số.\n\n1. Thôi\n2. Kể tiếp\n\n${ifUnanswered[phrase.unanswered]}`,
        [stopButton, pressing("Kể tiếp", { kind: "go-on" })],
      );
    case "thrown-away":
      return chatMessage(
        "Mình đã bỏ hết những gì bạn kể, không gửi tới ai. Mã vừa nhận không còn dùng được. Tin nhắn trong Zalo thì bạn xóa trên máy của bạn; người quản lý trang vẫn còn thấy.",
        [menuButton],
      );
    case "already-sent":
      return chatMessage("Phản ánh đã được gửi trước đó nên không rút lại được. Mình dừng ở đây.");
    default:
      return sentWords(phrase, known);
  }
}

/** The message with the receipt. It is made in memory and sent; it stands nowhere else. */
export function receiptWords(printed: string, isDanger: boolean): ChatWords {
  const otherwise = isDanger
    ? " Nếu 10 phút nữa bạn chưa viết được gì, mình sẽ gửi những điều bạn đã chọn để nơi tiếp nhận biết có người đang gặp nguy hiểm."
    : "";
  return chatMessage(
    `Mã tra cứu của bạn:\n\n${printed}\n\nBạn chép mã ra chỗ khác, rồi xóa tin này trên máy bạn: ai có mã thì xem được phản ánh. Xóa trên máy bạn không xóa được ở phía người quản lý trang này: muốn chỉ mình bạn có mã, bạn gửi bằng biểu mẫu. Nếu nhận nhiều mã, chỉ mã mới nhất dùng được.\n\nBây giờ bạn kể nhé: chuyện gì, ở đâu, khi nào, ai có mặt. Kể xong, gõ “gửi”. Đổi ý thì gõ “thôi”.${otherwise}`,
    [stopButton],
  );
}

/** The story of a report in which a danger was chosen and nothing was written. It says whose words it is. */
export function unwordedStory(danger: DangerNow): string {
  return `(Câu này do hệ thống ghi.) Người gửi chọn trong khung chat: “${dangers[danger]}”, rồi không viết thêm gì trong 10 phút.`;
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
  drugs_stimulants: "Ma túy, chất gây nghiện",
  vaping_alcohol: "Thuốc lá điện tử, rượu bia",
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
