/** The letter to a lead whose group will soon have nothing that pays for it. */
export function lapseLetter(name: string, days: number, console: URL) {
  return {
    subject: `Nhóm Zalo “${name}” sắp hết hạn`,
    text: [
      `Gói của nhóm Zalo “${name}” còn khoảng ${days} ngày nữa là hết hạn.`,
      "Khi hết hạn, nhóm không nhận bản tin nữa và sau 45 ngày Zalo sẽ xóa nhóm.",
      `Để giữ nhóm, hãy gia hạn gói với Zalo hoặc gắn một gói khác tại đây: ${console}`,
      "",
    ].join("\n\n"),
  };
}
