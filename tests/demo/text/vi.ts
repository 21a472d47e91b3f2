/** What the demonstration says in the terminal and in its invitations. */
export const invitationText =
  "Trường An: mời anh/chị vào bàn tiếp nhận. Đường dẫn này chỉ dùng được một lần.";

export type Addresses = {
  readonly app: string;
  readonly school: string;
  readonly console: string;
  readonly phones: string;
  readonly speed: number;
};

export function welcome({ app, school, console, phones, speed }: Addresses): string {
  const pace =
    speed === 1
      ? "Đồng hồ chạy thật. Muốn xem tin được báo lên từng bậc thật nhanh: DEMO_SPEED=60 npm start"
      : `Các hạn chờ ngắn đi ${speed} lần.`;
  return `
Trường An đang chạy.

  Mini App (người gửi)          ${app}
  Mini App, đã chọn trường      ${school}
  Điện thoại mọi người (giả lập Zalo, e-mail, mã xác thực)
                                ${phones}
  Bàn tiếp nhận (cán bộ)        ${console}

Lần đầu: mở trang điện thoại. Đóng vai phụ huynh: nhắn cho Trường An. Đóng vai cán bộ: mở Tin nhắn,
bấm thư mời để vào bàn tiếp nhận.
${pace}
Dừng: Ctrl+C
`;
}

/** The pilot school's own group, as the demonstration finds it. */
export const demoGroup = {
  name: "Bản tin Cill Cus",
  description: "Bản tin an toàn của trường, gửi phụ huynh và học sinh",
} as const;
