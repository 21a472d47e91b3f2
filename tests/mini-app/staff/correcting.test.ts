import { levelsToChoose, obstacleToLowering } from "@truong-an/mini-app/staff/correcting";
import type { Me, ReportDetail } from "@truong-an/shared/api/staff";
import type { DeskId } from "@truong-an/shared/ids";
import { expect, test } from "vitest";
import { aReportDetail } from "./report-detail.ts";

const { myDeskId } = aReportDetail();
const me = { desks: [{ id: myDeskId, role: "member" } as Me["desks"][number]] };
const elsewhere = { id: "22222222-2222-4222-8222-222222222222" as DeskId, name: "Bàn khác" };

test.each<[string, Partial<ReportDetail>, boolean, ReturnType<typeof obstacleToLowering>]>([
  ["of everyday urgency, in nobody's hands", { level: "normal" }, true, null],
  ["that is high and in nobody's hands", { level: "high" }, true, "not-taken"],
  ["that is an emergency and in nobody's hands", { level: "emergency" }, true, "not-taken"],
  ["that a colleague holds", { level: "emergency", takenBy: "Mai" }, true, "not-holder"],
  [
    "that I hold",
    { level: "emergency", status: "taken", takenBy: "Tôi", takenByMe: true },
    true,
    null,
  ],
  ["not all of which opened here", { level: "normal", takenByMe: true }, false, "not-opened"],
  ["of another desk", { level: "normal", ownerDesk: elsewhere }, true, "not-owner"],
])("what keeps one from lowering a report %s", (_what, change, isAllOpened, obstacle) => {
  expect(obstacleToLowering(aReportDetail(change), me, isAllOpened)).toBe(obstacle);
});

test.each<[string, Partial<ReportDetail>, boolean, ReturnType<typeof levelsToChoose>]>([
  [
    "everything, of one's own",
    { level: "normal" },
    true,
    ["emergency", "high", "low", "not_a_report"],
  ],
  ["only higher ones, where it did not open", { level: "normal" }, false, ["emergency", "high"]],
  ["only a higher one, before taking it", { level: "high" }, true, ["emergency"]],
  ["none for an emergency in nobody's hands", { level: "emergency" }, true, []],
  [
    "only higher ones, at another desk",
    { level: "low", ownerDesk: elsewhere },
    true,
    ["emergency", "high", "normal"],
  ],
  ["none when closed", { level: "normal", status: "closed" }, true, []],
])("levels to choose: %s", (_what, change, isAllOpened, levels) => {
  expect(levelsToChoose(aReportDetail(change), me, isAllOpened)).toEqual(levels);
});
