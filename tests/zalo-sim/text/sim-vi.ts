/** What the simulated Zalo itself says in a chat. */
export const simText = {
  everyone: "Tất cả",
} as const;
