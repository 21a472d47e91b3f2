import type { Writer } from "@truong-an/shared/report";

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
