/** The menu of the console: its pages by name. */
export const menuText = {
  label: "Các trang của bàn tiếp nhận",
  toggle: "Các mục",
  pages: {
    queue: "Danh sách tin",
    duty: "Lịch trực",
    bulletins: "Bản tin",
    groups: "Nhóm Zalo",
    "my-channels": "Kênh báo của tôi",
    status: "Trạng thái",
  },
} as const;
