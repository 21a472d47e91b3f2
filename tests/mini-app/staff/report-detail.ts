import type { ReportDetail } from "@truong-an/shared/api/staff";
import type { DeskId, MessageId, ReportId } from "@truong-an/shared/ids";
import { quietFacts } from "../../support/reporter.ts";

const deskId = "11111111-1111-4111-8111-111111111111" as DeskId;

/** A report as the server describes it, of which only what a test names matters. */
export function aReportDetail(change: Partial<ReportDetail> = {}): ReportDetail {
  return {
    id: "00000000-0000-4000-8000-000000000001" as ReportId,
    schoolName: "Trường thử",
    level: "normal",
    reasons: ["matter-between-people"],
    correctedFor: null,
    correctedBy: null,
    status: "waiting",
    ownerDesk: { id: deskId, name: "Bàn trường" },
    myDeskId: deskId,
    takenBy: null,
    takenByMe: false,
    receivedAt: 0,
    acknowledgeBy: null,
    unread: false,
    outcome: null,
    submissionId: "00000000-0000-4000-8000-000000000002",
    facts: quietFacts,
    signals: [],
    judgedThrough: null,
    recipient: "",
    story: "",
    envelope: { deskId, keyNumber: 1, sealed: "" },
    photos: [],
    messages: [],
    notes: [],
    sheet: { sheet: "", signature: "" },
    toldDesks: [{ id: deskId, kind: "school", name: "Bàn trường" }],
    handOverDesks: [],
    timeline: [],
    ...change,
  };
}

export function aMessage(
  id: string,
  number: number,
  author: "reporter" | "staff",
): ReportDetail["messages"][number] {
  return {
    id: id as MessageId,
    number,
    author,
    deskName: null,
    sealed: "",
    photos: [],
    sentAt: 0,
  };
}
