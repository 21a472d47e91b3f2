import { type JobName, payloadOf } from "@truong-an/bot-server/jobs/payloads";
import { timetable } from "@truong-an/bot-server/jobs/timetable";
import { expect, test } from "vitest";

test.each(timetable.map(({ task }) => task as JobName))(
  "what the clock gives to %s is what that job takes",
  (task) => {
    const given = { _cron: { ts: "2026-12-04T00:00:00.000Z", backfilled: false } };

    expect(payloadOf(task, given)).toEqual({});
  },
);

test("rosters are looked at daily, at seven in the morning in Viet Nam", () => {
  const daily = timetable.find(({ task }) => task === "watch-rosters");
  const isAt = (utc: string) => {
    const at = new Date(utc);
    return daily?.match({
      min: at.getUTCMinutes(),
      hour: at.getUTCHours(),
      date: at.getUTCDate(),
      month: at.getUTCMonth() + 1,
      dow: at.getUTCDay(),
    });
  };

  expect(isAt("2026-12-04T00:00:00Z")).toBe(true); // 7:00 in Viet Nam
  expect(isAt("2026-12-04T07:00:00Z")).toBe(false);
});
