import type { Me, QueueRow } from "@truong-an/shared/api/staff";
import { advance, type ReportEvent } from "@truong-an/shared/report-status";
import { may, type StaffAction } from "@truong-an/shared/staff";

type Report = Pick<QueueRow, "myDeskId" | "ownerDesk" | "status">;

/** Whether this member may do this to the report now: the permission table, then the report's life. */
export function mayDo(action: StaffAction, report: Report, me: Pick<Me, "desks">): boolean {
  const role = me.desks.find(({ id }) => id === report.myDeskId)?.role;
  if (role === undefined) return false;
  const standing = report.ownerDesk.id === report.myDeskId ? "owner" : "told";
  if (!may(role, action, standing)) return false;
  if (action === "raise" || action === "lower") return report.status !== "closed";
  return !isEvent(action) || advance(report.status, action).kind === "moved";
}

function isEvent(action: StaffAction): action is StaffAction & ReportEvent {
  return action === "take" || action === "hand-over" || action === "close";
}
