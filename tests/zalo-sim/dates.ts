const vietnam = { timeZone: "Asia/Ho_Chi_Minh" } as const;
const date = new Intl.DateTimeFormat("en-GB", { ...vietnam, dateStyle: "short" });
const hourOfDay = new Intl.DateTimeFormat("en-GB", {
  ...vietnam,
  hour: "numeric",
  hourCycle: "h23",
});

/** `31/12/2027`, as Zalo writes dates. */
export function vietnamDate(at: number): string {
  return date.format(at);
}

/** From 22:00 to 06:00 in Vietnam. */
export function isNight(at: number): boolean {
  const hour = Number(hourOfDay.format(at));
  return hour >= 22 || hour < 6;
}
