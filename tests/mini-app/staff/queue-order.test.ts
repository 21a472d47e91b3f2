import { inOrder, shownBy, waitingEmergencies } from "@truong-an/mini-app/staff/queue-order";
import type { QueueRow } from "@truong-an/shared/api/staff";
import type { DeskId, ReportId } from "@truong-an/shared/ids";
import { expect, test } from "vitest";

const base: QueueRow = {
  id: "" as ReportId,
  schoolName: "Trường TH&THCS Cill Cus",
  level: "normal",
  reasons: [],
  correctedFor: null,
  status: "waiting",
  ownerDesk: { id: "desk" as DeskId, name: "Tổ tiếp nhận" },
  myDeskId: "desk" as DeskId,
  takenBy: null,
  takenByMe: false,
  receivedAt: 1_000,
  acknowledgeBy: 10_000,
  unread: false,
  outcome: null,
};

function aRow(name: string, differences: Partial<QueueRow>): QueueRow {
  return { ...base, id: name as ReportId, ...differences };
}

const takenEmergency = aRow("taken emergency", {
  level: "emergency",
  status: "taken",
  takenBy: "Bình",
  acknowledgeBy: null,
});
const waitingEmergency = aRow("waiting emergency", { level: "emergency" });
const overdueEmergency = aRow("overdue emergency", { level: "emergency", acknowledgeBy: 500 });
const high = aRow("high", { level: "high", acknowledgeBy: 600 });
const myOldNormal = aRow("my old normal", {
  status: "taken",
  takenByMe: true,
  acknowledgeBy: null,
  receivedAt: 10,
});
const newerNormal = aRow("newer normal", { status: "taken", acknowledgeBy: null, receivedAt: 20 });
const notAReport = aRow("not a report", { level: "not_a_report", acknowledgeBy: 1 });

const rows = [
  notAReport,
  newerNormal,
  high,
  takenEmergency,
  myOldNormal,
  waitingEmergency,
  overdueEmergency,
];

function namesOf(shown: readonly QueueRow[]): readonly string[] {
  return shown.map(({ id }) => id);
}

test("the most urgent comes first, then what waits, then the nearest deadline, then the oldest", () => {
  expect(namesOf(inOrder(rows))).toEqual([
    "overdue emergency",
    "waiting emergency",
    "taken emergency",
    "high",
    "my old normal",
    "newer normal",
    "not a report",
  ]);
});

test("ordering leaves the list it was given as it was", () => {
  const given = [notAReport, high];

  inOrder(given);

  expect(given).toEqual([notAReport, high]);
});

test.each([
  ["all", rows],
  ["waiting", [notAReport, high, waitingEmergency, overdueEmergency]],
  ["mine", [myOldNormal]],
] as const)("the filter %s shows its reports", (filter, expected) => {
  expect(shownBy(filter, rows)).toEqual(expected);
});

test("only emergencies that nobody has taken are counted in the tab's title", () => {
  expect(waitingEmergencies(rows)).toBe(2);
});
