const vietnam = { timeZone: "Asia/Ho_Chi_Minh" } as const;
const date = new Intl.DateTimeFormat("en-GB", { ...vietnam, dateStyle: "short" });

/** `31/12/2027`, as Zalo writes dates. */
export function vietnamDate(at: number): string {
  return date.format(at);
}
