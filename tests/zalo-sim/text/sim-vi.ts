/** What the simulated Zalo itself says in a chat. */
export const simText = {
  everyone: "Tất cả",
  /** The template for staff, as Zalo would have read and approved it. */
  alertTemplate: "Trường An: {{desk}} có việc cần xem. Mức: {{level}}. Lúc {{time}}.",
  botName: "Bot Trường An",
} as const;
