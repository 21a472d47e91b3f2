import type { Phrase } from "@truong-an/shared/chat/phrase";
import { callButtons } from "./chat-danger-vi.ts";
import {
  type ChatWords,
  chatMessage,
  type Known,
  menuButton,
  openForm,
  pressing,
} from "./chat-parts-vi.ts";

/** What is said once it is known what became of a report that was told in the chat. */
export type SentPhrase = Extract<
  Phrase,
  {
    readonly say:
      | "sent"
      | "sent-at-once"
      | "sent-in-part"
      | "sent-unworded"
      | "told-enough"
      | "nothing-sent"
      | "not-sent";
  }
>;

export const sendButton = pressing("Gửi đi", { kind: "send" });

export function sentWords(phrase: SentPhrase, known: Known): ChatWords {
  switch (phrase.say) {
    case "sent":
      return chatMessage(
        `Đã gửi tới nơi tiếp nhận. Tên và tài khoản Zalo của bạn không đi kèm.\n\n${lookUpWords(phrase)}\n\nNguy hiểm thì gọi 113, 111 hoặc 115.`,
        [{ title: "Mở trang tra cứu", url: known.appLink }, menuButton],
      );
    case "sent-unworded":
      return chatMessage(
        `Bạn đã chọn là có người đang gặp nguy hiểm và chưa viết thêm, nên mình đã gửi những điều bạn chọn tới nơi tiếp nhận. Tên và tài khoản Zalo của bạn không đi kèm. Họ chưa biết bạn ở đâu: gọi 113, 111 hoặc 115 vẫn nhanh nhất.\n\n${lookUpWords(phrase)}`,
        [...callButtons.slice(0, 3), { title: "Mở trang tra cứu", url: known.appLink }],
      );
    case "sent-at-once":
      return chatMessage(
        "Điều bạn kể nghe rất gấp nên mình đã gửi ngay tới nơi tiếp nhận. Bạn kể thêm được, mỗi tin sẽ được chuyển tiếp luôn. Xong thì gõ “gửi”. Nhưng gọi 113, 111 hoặc 115 vẫn nhanh nhất.",
        [sendButton],
      );
    case "sent-in-part":
      return chatMessage(
        "Bạn kể khá nhiều rồi nên mình đã gửi phần đầu tới nơi tiếp nhận. Bạn kể thêm được, mỗi tin sẽ được chuyển tiếp luôn. Xong thì gõ “gửi”. Nguy hiểm thì gọi 113, 111 hoặc 115.",
        [sendButton],
      );
    case "told-enough":
      return chatMessage(
        `Phản ánh này đã đầy. Những gì bạn kể tới đây đã được chuyển đi; câu vừa rồi có thể chưa kịp. Muốn kể thêm, bạn mở biểu mẫu ẩn danh nhé. Nguy hiểm thì gọi ngay 113, 111 hoặc 115.`,
        [openForm(known), menuButton],
      );
    case "nothing-sent":
      return chatMessage(
        "Bạn đã chọn là có người đang gặp nguy hiểm, nhưng mình chưa gửi gì cả: chưa ai biết chuyện này. Bạn gọi ngay 113, 111 hoặc 115 nhé, hoặc nhờ một người lớn ở gần gọi giúp.\n\nMuốn gửi phản ánh, bạn trả lời tiếp câu hỏi ở trên, hoặc mở biểu mẫu ẩn danh.",
        [...callButtons.slice(0, 3), openForm(known)],
      );
    case "not-sent":
      return chatMessage(
        "Mình chưa gửi được phản ánh này và không còn giữ lời kể. Xin lỗi bạn. Bạn kể lại bằng biểu mẫu ẩn danh nhé. Nguy hiểm thì gọi ngay 113, 111 hoặc 115.",
        [openForm(known)],
      );
  }
}

/** How a reply can be read; whoever may have no receipt is told what that means. */
function lookUpWords({ hasReceipt }: { readonly hasReceipt: boolean }): string {
  const withReceipt =
    "Để xem trả lời hoặc kể thêm, bạn mở Trường An, chọn “Xem phản ánh đã gửi” và nhập mã 20 số. Nên chép mã ra chỗ khác rồi xóa tin có mã trên máy bạn. Xóa trên máy bạn không xóa được ở phía người quản lý trang này.";
  return hasReceipt
    ? withReceipt
    : `Tin nhắn có mã tra cứu có thể đã không tới bạn. Nếu không có mã, phản ánh vẫn được xử lý nhưng bạn không xem được trả lời; muốn kể thêm, bạn gửi bằng biểu mẫu ẩn danh. Nếu có mã: ${withReceipt}`;
}
