import {
  dateInVietnam,
  type Instant,
  instant,
  minutesBetween,
  toTheDay,
} from "@truong-an/shared/time";

const weekdays = ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];

/** Everything the duty roster's page says. */
export const dutyText = {
  title: "Lịch trực",
  desks: "Chọn bàn",
  loading: "Đang tải lịch trực…",
  failed: "Chưa tải được lịch trực.",
  stale: "Mất kết nối. Lịch dưới đây có thể đã cũ; trang đang tự thử lại.",
  reload: "Tải lại",
  changed: "Lịch vừa được người khác sửa, hoặc ca vừa đổi. Xin xem lại rồi làm lại.",
  saving: "Đang lưu…",
  saved: "Đã lưu.",
  cancel: "Thôi, không đổi",
  me: (name: string) => `${name} (anh/chị)`,
  someone: "Một người đã rời bàn",

  now: {
    title: "Đang trực",
    until: (when: string) => `đến ${when}`,
    noEnd: "Cả 14 ngày tới không đổi người.",
    everyone: "Bàn chưa xếp ca nào nên mọi người cùng trực, ngày và đêm.",
    next: (who: string, when: string) => `Tiếp theo: ${who}, từ ${when}.`,
    nextGap: (when: string) => `Từ ${when} chưa có ai trực.`,
    nobody: "Lúc này chưa có ai trực",
    fallback: "Có tin thì cả bàn được gọi, cho đến khi có người trực.",
    insteadOf: (names: string) => `trực thay ${names}`,
  },

  gaps: {
    title: (count: number) =>
      count === 1 ? "Còn 1 khoảng trống" : `Còn ${count} khoảng trống trong 14 ngày tới`,
    meaning: "Trong lúc trống, cả bàn được gọi. Bàn và cấp trên đã hoặc sẽ được báo.",
    open: (from: string) => `Từ ${from}, chưa có ngày kết thúc`,
    more: (count: number) => `và ${count} khoảng khác, xem trong lịch bên dưới`,
    label: "Chưa có ai trực",
  },

  below: {
    title: "Bàn cấp dưới còn chỗ trống",
    line: (desk: string, when: string) => `${desk}: sớm nhất từ ${when}`,
    meaning: "Các bàn này đã được báo. Xin nhắc bàn xếp người trực.",
  },

  handOver: {
    action: "Giao ca cho đồng nghiệp",
    title: "Giao ca",
    to: "Giao cho ai?",
    until: "Đến khi nào?",
    endOfShift: (when: string) => `Hết ca này (${when})`,
    chosen: "Đến giờ khác",
    meaning:
      "Từ lúc này, có tin mới thì đồng nghiệp được gọi thay anh/chị. Đồng nghiệp được báo ngay.",
    confirm: "Giao ca",
    busy: "Đang giao ca…",
    done: "Đã giao ca.",
    choose: "Chọn một đồng nghiệp trước đã.",
    noColleague: "Lúc này không còn đồng nghiệp nào ở bàn để nhận ca.",
  },

  days: {
    title: "14 ngày tới",
    today: "hôm nay",
    holiday: "ngày nghỉ lễ",
    wholeDay: "Cả ngày",
    now: "Bây giờ",
    everyone: "Cả bàn",
    span: (from: string, to: string) => `${from} – ${to}`,
    tomorrow: "hôm sau",
  },

  plan: {
    title: "Lịch hằng tuần",
    none: "Chưa có ca nào.",
    edit: "Sửa lịch hằng tuần",
    editTitle: "Sửa lịch hằng tuần",
    onlyLead: "Người phụ trách bàn sửa được lịch này.",
    add: "Thêm ca",
    remove: (turn: string) => `Bỏ ca: ${turn}`,
    removeShort: "Bỏ ca này",
    preset: "Dùng mẫu ca ngày, ca đêm",
    otherwise: "Ngoài các ca trên",
    otherwiseOptions: {
      everyone: { label: "Mọi người cùng trực", hint: "Có tin thì gọi cả bàn." },
      nobody: {
        label: "Không ai trực, coi là khoảng trống",
        hint: "Bàn và cấp trên được báo trước, để kịp xếp người.",
      },
    },
    summerTitle: "Nghỉ hè của trường",
    summer: (from: string, to: string) => `Nghỉ hè từ ${from} đến ${to}.`,
    summerFrom: "Hè bắt đầu (ngày/tháng)",
    summerTo: "Hè kết thúc (ngày/tháng)",
    summerHint: "Ví dụ 1/6. Ca chỉ trực ngày học thì nghỉ trong hè.",
    summerWrong: "Viết ngày và tháng, ví dụ 1/6.",
    previewFine: "Với lịch này, 14 ngày tới lúc nào cũng có người trực.",
    previewGaps: (count: number, first: string) =>
      `Với lịch này, 14 ngày tới còn ${count} khoảng trống. Sớm nhất: ${firstLower(first)}.`,
    save: "Lưu lịch",
    full: "Lịch đã đủ 60 ca.",
  },

  turn: {
    title: "Thêm ca",
    who: "Người trực",
    choosePerson: "Chọn người",
    weekdays: "Những ngày nào?",
    from: "Từ giờ",
    to: "Đến giờ",
    toHint: "Giờ kết thúc nhỏ hơn giờ bắt đầu nghĩa là sang hôm sau.",
    days: "Ngày lễ và hè",
    dayOptions: {
      "every-day": { label: "Trực cả ngày lễ và hè" },
      "school-days": {
        label: "Chỉ ngày học",
        hint: "Nghỉ các ngày lễ, Tết và hè.",
      },
    },
    confirm: "Thêm vào lịch",
    needPerson: "Chọn người trực.",
    needWeekday: "Chọn ít nhất một ngày.",
    needTime: "Nhập đủ giờ bắt đầu và giờ kết thúc.",
    inWords: (days: string, time: string) => `${days}, ${time}`,
    schoolDays: "chỉ ngày học",
    everyDay: "Mọi ngày",
    weekend: "Thứ Bảy và Chủ nhật",
    run: (from: string, to: string) => `${from} đến ${lower(to)}`,
  },

  preset: {
    title: "Ca ngày 7–19 và ca đêm 19–7",
    meaning: "Thay tất cả các ca đang có bằng hai ca, mọi ngày trong tuần, cả ngày lễ.",
    day: "Ca ngày, 7:00 đến 19:00",
    night: "Ca đêm, 19:00 đến 7:00 hôm sau",
    confirm: "Dùng mẫu này",
  },

  covers: {
    title: "Trực thay, trực thêm",
    none: "Không có ai trực thay hoặc trực thêm.",
    add: "Xếp người trực thay",
    who: "Ai trực?",
    insteadOf: "Thay cho ai?",
    besides: "Không thay ai, trực thêm",
    meaning: "Trực thay là nhận các ca của người đó trong thời gian này. Cả hai người được báo.",
    confirm: "Lưu",
    same: "Hai người phải khác nhau.",
    instead: (who: string, whom: string) => `${who} trực thay ${whom}`,
    extra: (who: string) => `${who} trực thêm`,
    withdraw: "Rút lại",
    withdrawLabel: (what: string) => `Rút lại: ${what}`,
  },

  absences: {
    title: "Vắng mặt",
    none: "Không có ai báo vắng.",
    add: "Báo vắng",
    who: "Ai vắng?",
    meaning: "Không cần nói lý do. Trong thời gian này người vắng không có ca.",
    confirm: "Lưu",
    line: (who: string) => `${who} vắng`,
    end: "Đã có mặt lại",
    endLabel: (who: string) => `Đã có mặt lại: ${who}`,
  },

  span: {
    fromDate: "Từ ngày",
    fromTime: "Từ giờ",
    toDate: "Đến ngày",
    toTime: "Đến giờ",
    presets: "Điền nhanh",
    tet: (dates: string) => `Nghỉ Tết (${dates})`,
    summer: (dates: string) => `Nghỉ hè (${dates})`,
    incomplete: "Nhập đủ ngày và giờ.",
    backwards: "Giờ kết thúc phải sau giờ bắt đầu và chưa qua.",
    inWords: (from: string, to: string) => `Từ ${from} đến ${to}`,
    day: (day: string) => `Cả ngày ${day}`,
    wholeDays: (from: string, to: string) => `Từ ${from} đến hết ${to}`,
  },
} as const;

function firstLower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** "19:00", by the clock in Viet Nam; the end of a day is "24:00" where it ends something. */
export function clock(at: Instant, isEnd = false): string {
  const minute = Math.floor(minutesBetween(toTheDay(at), at));
  return minuteInWords(isEnd && minute === 0 ? 24 * 60 : minute);
}

/** "07:00" for 420 minutes after midnight. */
export function minuteInWords(minute: number): string {
  const parts = [Math.floor(minute / 60), minute % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** "Thứ Bảy 5/12". */
export function dayInWords(at: Instant): string {
  const date = dateInVietnam(at);
  return `${weekdays[new Date(date).getUTCDay()]} ${shortDate(date)}`;
}

/** "19:00 thứ Bảy 5/12"; of today only "19:00". */
export function momentInWords(at: Instant, now: Instant): string {
  if (dateInVietnam(at) === dateInVietnam(now)) return clock(at);
  return `${clock(at)} ${lower(dayInWords(at))}`;
}

/**
 * A stretch of time as one says it: "Từ 08:00 đến 12:00 thứ Năm 3/12", "Cả ngày thứ Năm 3/12",
 * "Từ thứ Sáu 5/2 đến hết thứ Năm 11/2".
 */
export function spanInWords(from: Instant, to: Instant, now: Instant): string {
  const last = instant(to - 1); // what ends at midnight ends on the day before
  const isWholeDays = from === toTheDay(from) && to === toTheDay(to);
  const isOneDay = dateInVietnam(from) === dateInVietnam(last);
  if (isWholeDays) {
    const [begin, end] = [from, last].map((at) => lower(dayInWords(at)));
    return isOneDay
      ? dutyText.span.day(end ?? "")
      : dutyText.span.wholeDays(begin ?? "", end ?? "");
  }
  if (!isOneDay) return dutyText.span.inWords(momentInWords(from, now), momentInWords(to, now));
  const isToday = dateInVietnam(from) === dateInVietnam(now);
  const day = isToday ? dutyText.days.today : lower(dayInWords(from));
  return dutyText.span.inWords(clock(from), `${clock(to, true)} ${day}`);
}

/** "5/12" for "2026-12-05" or "12-05". */
export function shortDate(date: string): string {
  const [day, month] = date.split("-").map(Number).reverse();
  return `${day}/${month}`;
}

/** "Thứ Hai" for 1, "Chủ nhật" for 7. */
export function weekdayName(weekday: number): string {
  return weekdays[weekday % 7] ?? "";
}

/** Names in a sentence: "An", "An và Bình", "An, Bình và Lan". */
export function namesInWords(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} và ${last}`;
}

/** Which days of the week, as one says it: "Thứ Hai đến thứ Sáu". */
export function weekdaysInWords(days: readonly number[]): string {
  const sorted = [...days].sort();
  const [first = 1] = sorted;
  const last = sorted.at(-1) ?? 7;
  const isRun = last - first === sorted.length - 1;
  if (sorted.length === 7) return dutyText.turn.everyDay;
  if (isRun && sorted.length > 2) return dutyText.turn.run(weekdayName(first), weekdayName(last));
  return namesInWords(
    sorted.map((day, index) => (index === 0 ? weekdayName(day) : lower(weekdayName(day)))),
  );
}

/** A weekday inside a sentence: "thứ Hai", while "Chủ nhật" keeps its capital. */
function lower(weekday: string): string {
  return weekday.replace(/^Thứ/, "thứ");
}
