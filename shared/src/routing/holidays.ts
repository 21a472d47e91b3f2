import type { SchoolCalendar } from "../time.ts";

/**
 * Public holidays of Bộ luật Lao động 2019 art. 112 on weekdays, with the days given in lieu of a
 * weekend (art. 111.3). Configuration, to be checked against the government's notice each year:
 * a holiday missing here only makes a deadline come sooner. Weekend days that are holidays, or lie
 * within one, matter to desks whose school days include Saturdays; deadlines never count weekends.
 */
export const vietnamHolidays: SchoolCalendar = {
  holidays: new Set([
    ...["2026-01-01", "2027-01-01", "2028-01-03"], // Tết Dương lịch
    ...["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"], // Tết Bính Ngọ
    ...["2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11"], // Tết Đinh Mùi
    ...["2028-01-25", "2028-01-26", "2028-01-27", "2028-01-28", "2028-01-31"], // Tết Mậu Thân
    ...["2026-04-27", "2027-04-16", "2028-04-04"], // Giỗ Tổ Hùng Vương, 10/3 âm lịch
    ...["2026-04-30", "2027-04-30"], // Ngày Chiến thắng (30/4/2028 is a Sunday)
    ...["2026-05-01", "2027-05-03", "2028-05-01", "2028-05-02"], // Quốc tế Lao động
    ...["2026-02-14", "2026-02-15", "2026-02-21", "2026-02-22", "2027-02-06", "2027-02-07"], // weekends of Tết
    ...["2028-01-29", "2028-01-30"], // weekend of Tết Mậu Thân
    ...["2028-01-01", "2026-04-26", "2028-04-30", "2027-05-01", "2028-09-02"], // holidays on a weekend
    ...["2026-09-01", "2026-09-02", "2027-09-02", "2027-09-03", "2028-09-01", "2028-09-04"], // Quốc khánh
  ]),
};
