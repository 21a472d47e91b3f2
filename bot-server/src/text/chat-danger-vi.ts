import type { Help } from "@truong-an/shared/triage/help";
import { type ChatWords, chatMessage, dial, type Known, openForm } from "./chat-parts-vi.ts";

/** Whom to call, before anything else, with a few kind words that fit. */
export function dangerWords(
  { help, isTelling }: { readonly help: Help; readonly isTelling: boolean },
  known: Known,
): ChatWords {
  const [title, advice] = adviceOf(help);
  const goOn = isTelling ? goOnTelling : goOnReporting;
  const isFire = help.kind === "call" && help.topic === "fire";
  const calls = [dial("113"), dial("111"), dial("115"), ...(isFire ? [dial("114")] : [])];
  return chatMessage(`${title}\n\n${numbersOf(isFire)}\n\n${advice}\n\n${goOn}`, [
    ...calls,
    openForm(known),
  ]);
}

export const emergencyNumbers =
  "113: Công an\n111: Bảo vệ trẻ em, có người nghe ngày đêm\n115: Cấp cứu\n114: Cứu hỏa";

export const callButtons = [dial("113"), dial("111"), dial("115"), dial("114")];

function numbersOf(isFire: boolean): string {
  const fire = "114: Cứu hỏa, cứu nạn\n";
  return `${isFire ? fire : ""}113: Công an, khi có người bị đánh, bị dọa, bị ép\n111: Bảo vệ trẻ em, miễn phí, ngày đêm\n115: Cấp cứu, khi có người bị thương hoặc ngất`;
}

const goOnReporting =
  "Đây là máy trả lời tự động, chưa chắc có người đọc ngay, nên bạn gọi trước nhé. Để người có trách nhiệm biết mà không cần nói tên, bạn mở biểu mẫu ẩn danh, hoặc gõ “phản ánh”.";

const goOnTelling =
  "Đây là máy trả lời tự động, chưa chắc có người đọc ngay, nên bạn gọi trước nhé. Gọi xong, bạn cứ kể tiếp ở đây.";

function adviceOf(help: Help): readonly [title: string, advice: string] {
  if (help.kind === "call") return call[help.topic];
  return help.kind === "talk" ? talk[help.about] : talk.people;
}

const call = {
  life: [
    "Cảm ơn bạn đã nói ra. Bạn không chỉ có một mình đâu.",
    "Nếu bạn hoặc người bạn kể đang muốn làm đau mình hay không muốn sống, bạn gọi 111 ngay bây giờ. Đang nguy hiểm tới tính mạng thì gọi 115. Bạn ở cạnh một người lớn bạn tin nhé.",
  ],
  violence: [
    "An toàn của bạn là trước hết.",
    "Nếu có người đang bị đánh, bị dọa hay có đồ nguy hiểm ở gần, bạn tránh ra chỗ đông người rồi gọi 113. Có người bị thương thì gọi 115.",
  ],
  abuse: [
    "Chuyện này không phải lỗi của bạn.",
    "Nếu người đó đang ở gần, bạn tới chỗ có người lớn bạn tin rồi gọi 113. Muốn nói với người hiểu chuyện, bạn gọi 111.",
  ],
  home: [
    "Bạn có quyền được an toàn ở nhà.",
    "Nếu ra được, bạn sang nhà hàng xóm hoặc tới người bạn tin rồi gọi 111. Đang có người bị đánh, hoặc bạn không ra được, thì gọi 113.",
  ],
  missing: [
    "Báo càng sớm càng tốt.",
    "Nếu có người bị dẫn đi, chưa về hoặc mất liên lạc, bạn gọi 113 và báo ngay cho người lớn ở gần. Nếu có người rủ bạn đi, bạn đừng đi.",
  ],
  fire: [
    "Bạn ra chỗ an toàn trước đã.",
    "Nếu đang có cháy, khói hay điện giật, bạn tránh xa và gọi 114. Có người bị thương thì gọi 115.",
  ],
  illness: [
    "Gọi người tới giúp trước đã.",
    "Nếu có người bị thương, ngất hay khó thở, bạn gọi 115 và báo ngay cho người lớn ở gần.",
  ],
  unclear: [
    "Nếu có ai đang gặp nguy hiểm, bạn gọi ngay nhé.",
    "Không nói được thì bạn tìm một người lớn ở gần nhờ gọi giúp.",
  ],
} as const;

const talk = {
  life: [
    "Cảm ơn bạn đã kể. Bạn không phải chịu một mình.",
    "Muốn có người lắng nghe ngay, bạn gọi 111. Nếu thấy không an toàn với chính mình, bạn gọi 115 hoặc nói với người lớn ở gần.",
  ],
  people: [
    "Cảm ơn bạn đã kể. Chuyện này cần người có trách nhiệm biết.",
    "Nếu thấy nguy hiểm lúc này, bạn gọi 113. Muốn nói với ai đó, bạn gọi 111.",
  ],
  hazard: [
    "Cảm ơn bạn đã báo.",
    "Bạn và mọi người tránh xa chỗ nguy hiểm nhé. Có cháy thì gọi 114, có người bị nạn thì gọi 115.",
  ],
} as const;
