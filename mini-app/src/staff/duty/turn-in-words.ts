import type { Pattern } from "@truong-an/shared/duty/roster";
import { dutyText, minuteInWords, weekdaysInWords } from "../text/duty-vi.ts";

/** "Thứ Hai đến thứ Sáu, 07:00 – 17:00, chỉ ngày học". */
export function turnInWords({ weekdays, from, to, days }: Pattern): string {
  const isOvernight = to <= from && to !== 0;
  const end = minuteInWords(to === 0 ? 24 * 60 : to);
  const time = dutyText.days.span(
    minuteInWords(from),
    isOvernight ? `${end} ${dutyText.days.tomorrow}` : end,
  );
  const words = dutyText.turn.inWords(weekdaysInWords(weekdays), time);
  return days === "school-days" ? `${words}, ${dutyText.turn.schoolDays}` : words;
}
