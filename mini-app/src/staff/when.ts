// British figures: the Vietnamese ones differ between browsers ("22/11", "22-11").
const zone = "Asia/Ho_Chi_Minh";
const time = new Intl.DateTimeFormat("en-GB", {
  timeZone: zone,
  hour: "2-digit",
  minute: "2-digit",
});
const day = new Intl.DateTimeFormat("en-GB", { timeZone: zone, day: "2-digit", month: "2-digit" });
const year = new Intl.DateTimeFormat("en-GB", { timeZone: zone, year: "numeric" });

/** "14:05" in Viet Nam, wherever the computer thinks it is. */
export function clockTime(at: number): string {
  return time.format(at);
}

/** "14:05" today, "14:05 21/11" another day of this year, "14:05 21/11/2025" before that. */
export function dayAndTime(at: number, now: number): string {
  if (year.format(at) !== year.format(now)) {
    return `${time.format(at)} ${day.format(at)}/${year.format(at)}`;
  }
  if (day.format(at) !== day.format(now)) return `${time.format(at)} ${day.format(at)}`;
  return time.format(at);
}

/** "21/11/2026" in Viet Nam. */
export function dayOf(at: number): string {
  return `${day.format(at)}/${year.format(at)}`;
}
