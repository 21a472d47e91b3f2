import { mayDo } from "@truong-an/mini-app/staff/standing";
import type { Me } from "@truong-an/shared/api/staff";
import type { DeskId } from "@truong-an/shared/ids";
import type { ReportStatus } from "@truong-an/shared/report-status";
import type { StaffAction } from "@truong-an/shared/staff";
import { expect, test } from "vitest";

const mine = "mine" as DeskId;
const other = "other" as DeskId;
const me = { desks: [{ id: mine, role: "member" } as Me["desks"][number]] };

function aReport(status: ReportStatus, owner: DeskId, through: DeskId = mine) {
  return { status, ownerDesk: { id: owner, name: "" }, myDeskId: through };
}

test.each<[StaffAction, ReportStatus, DeskId, boolean]>([
  ["take", "waiting", mine, true],
  ["take", "waiting", other, true],
  ["take", "taken", mine, false],
  ["take", "closed", mine, false],
  ["hand-over", "waiting", mine, true],
  ["hand-over", "taken", mine, true],
  ["hand-over", "waiting", other, false],
  ["close", "taken", mine, true],
  ["close", "waiting", mine, false],
  ["close", "taken", other, false],
  ["reply", "waiting", other, true],
  ["raise", "waiting", other, true],
  ["raise", "closed", mine, false],
  ["lower", "taken", mine, true],
  ["lower", "taken", other, false],
  ["lower", "closed", mine, false],
  ["note", "closed", other, true],
])("%s, report %s, owned by desk %s: offered is %s", (action, status, owner, isOffered) => {
  expect(mayDo(action, aReport(status, owner), me)).toBe(isOffered);
});

test("nothing is offered through a desk at which one does not sit", () => {
  expect(mayDo("take", aReport("waiting", other, other), me)).toBe(false);
});
