/** What the drawer beside the phones says. */
export const controlsText = {
  title: "Điều khiển mô phỏng",
  close: "Đóng",
  done: "Đã làm xong.",
  failed: "Chưa làm được. Có thể còn thiếu nhóm hoặc người mà việc này cần.",
  cast: "Làm với người này",
  clock: {
    title: "Đồng hồ của Zalo",
    explain:
      "Chỉ đồng hồ của Zalo mô phỏng chạy tới: khung 48 giờ, 7 ngày, hạn của mã truy cập, giờ yên lặng ban đêm.",
    ahead: "(đã chạy tới trước)",
    steps: [
      { hours: 1, words: "+1 giờ" },
      { hours: 48, words: "+48 giờ" },
      { hours: 168, words: "+7 ngày" },
    ],
    back: "Về hiện tại",
  },
  admin: {
    title: "Trả lời với tư cách quản trị OA",
    explain: "Khi người quản trị trả lời trong hộp thư của OA, máy trả lời tự động phải nhường.",
    words: "Lời nhắn",
    send: "Gửi với tư cách quản trị",
  },
  scenarios: {
    title: "Tình huống",
    explain: "Mỗi tình huống là một việc khó có thể xảy ra với Zalo thật.",
    play: "Diễn",
  },
} as const;
