/** A moment as a phone in Việt Nam shows it. */
export function clockTime(at: number): string {
  return `${timeOfDay.format(at)}, ${dayOfYear.format(at)}`;
}

/** The same with the year, for the simulator's own clock. */
export function fullTime(at: number): string {
  return `${timeOfDay.format(at)}, ${fullDay.format(at)}`;
}

const vietnam = { timeZone: "Asia/Ho_Chi_Minh" } as const;
const timeOfDay = new Intl.DateTimeFormat("en-GB", { ...vietnam, timeStyle: "short" });
const dayOfYear = new Intl.DateTimeFormat("en-GB", {
  ...vietnam,
  day: "2-digit",
  month: "2-digit",
});
const fullDay = new Intl.DateTimeFormat("en-GB", {
  ...vietnam,
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
});
