import type { Shift } from "@truong-an/shared/duty/shifts";
import { type Instant, toTheDay } from "@truong-an/shared/time";
import { Card } from "../../ui/card.tsx";
import { WarningIcon } from "../../ui/icons.tsx";
import { clock, dayInWords, dutyText } from "../text/duty-vi.ts";
import { type Day, daysOf, isWholeDay } from "./days.ts";
import styles from "./days-card.module.css";
import { peopleInWords, type RosterView } from "./roster-view.ts";

/** The next fortnight as a list: day by day, shift by shift. */
export function DaysCard({ view }: { readonly view: RosterView }) {
  const days = daysOf(view.shifts, view.calendar.holidays);
  return (
    <Card title={dutyText.days.title}>
      <ol className={styles["days"]}>
        {days.map((day) => (
          <DayLines key={day.date} day={day} view={view} />
        ))}
      </ol>
    </Card>
  );
}

function DayLines({ day, view }: { readonly day: Day; readonly view: RosterView }) {
  const isToday = toTheDay(view.now) === day.begins;
  const marks = [
    ...(isToday ? [dutyText.days.today] : []),
    ...(day.isHoliday ? [dutyText.days.holiday] : []),
  ];
  return (
    <li className={styles["day"]}>
      <h3 className={styles["date"]}>
        {dayInWords(day.begins)}
        {marks.length > 0 && <span className={styles["mark"]}> · {marks.join(", ")}</span>}
      </h3>
      <ul className={styles["shifts"]}>
        {day.shifts.map((shift) => (
          <ShiftLine key={shift.from} shift={shift} view={view} />
        ))}
      </ul>
    </li>
  );
}

function ShiftLine({ shift, view }: { readonly shift: Shift; readonly view: RosterView }) {
  const isGap = shift.people.length === 0;
  const isMine = shift.people.some(({ staffId }) => staffId === view.me);
  return (
    <li className={isGap ? styles["gap"] : styles["shift"]}>
      <span className={styles["time"]}>
        {timeInWords(shift, view.now)}
        {isOvernight(shift) && <span className="visually-hidden"> {dutyText.days.tomorrow}</span>}
      </span>
      <span className={isMine ? styles["mine"] : undefined}>
        {isGap ? (
          <>
            <WarningIcon size={16} /> {dutyText.gaps.label}
          </>
        ) : (
          whoInWords(shift, view)
        )}
      </span>
    </li>
  );
}

function whoInWords({ people }: Shift, { roster, nameOf }: RosterView): string {
  const isEveryone = people.length === roster.members.length && people.length > 1;
  return isEveryone ? dutyText.days.everyone : peopleInWords(people, nameOf);
}

function timeInWords(shift: Shift, now: Instant): string {
  if (isWholeDay(shift)) return dutyText.days.wholeDay;
  const begin = shift.from === now ? dutyText.days.now : clock(shift.from);
  return dutyText.days.span(begin, clock(shift.to, true));
}

/** Whether it ends on the next day, beyond midnight. */
function isOvernight({ from, to }: Shift): boolean {
  return toTheDay(from) !== toTheDay(to) && to !== toTheDay(to);
}
