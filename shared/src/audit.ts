import type { Channel, TurnOutcome } from "./alert.ts";
import type { SkipReason } from "./alert-choice.ts";
import type { Progress } from "./broadcast.ts";
import type { Flag } from "./bulletin-check.ts";
import type { Correction } from "./correction.ts";
import type { ChangeKind, ChangeStatus } from "./group.ts";
import type { BulletinId, DeskId, GroupId, MessageId, ReportId, StaffId } from "./ids.ts";
import type { Level } from "./report.ts";
import type { Outcome } from "./report-status.ts";
import type { Instant } from "./time.ts";

/** What is worth remembering for ever. The types leave no place to put a narrative. */
export type AuditEntry = { readonly at: Instant } & (
  | { readonly kind: "report-received"; readonly reportId: ReportId; readonly level: Level }
  | {
      readonly kind: "desk-told";
      readonly reportId: ReportId;
      readonly deskId: DeskId;
      readonly rung: number;
    }
  | { readonly kind: "report-escalated"; readonly reportId: ReportId; readonly rung: number }
  | {
      readonly kind: "alert-attempted";
      readonly reportId: ReportId;
      readonly deskId: DeskId;
      readonly staffId: StaffId;
      readonly channel: Channel;
      readonly outcome: TurnOutcome;
      readonly why?: SkipReason; // of what was skipped
    }
  | {
      readonly kind: "alert-acknowledged";
      readonly reportId: ReportId;
      readonly deskId: DeskId;
      readonly staffId: StaffId;
    }
  | { readonly kind: "desk-unreached"; readonly reportId: ReportId; readonly deskId: DeskId }
  | ({ readonly reportId: ReportId; readonly staffId: StaffId; readonly deskId: DeskId } & (
      | {
          readonly kind:
            | "report-opened"
            | "photo-opened"
            | "report-taken"
            | "note-written"
            | "message-written";
        }
      | { readonly kind: "report-handed-over"; readonly toDeskId: DeskId }
      | { readonly kind: "report-closed"; readonly outcome: Outcome }
      | ({ readonly kind: "level-corrected" } & Correction)
      | {
          readonly kind: "report-raised-by-reading";
          readonly messageId: MessageId | null; // the text that this person's browser read; null: the story
          readonly level: Level;
        }
    ))
  | ({ readonly staffId: StaffId; readonly deskId: DeskId } & (
      | { readonly kind: "group-attached"; readonly groupId: GroupId }
      | {
          readonly kind: "group-change-asked";
          readonly groupId: GroupId;
          readonly change: ChangeKind;
        }
      | {
          readonly kind: "broadcast-started" | "broadcast-retried" | "broadcast-stopped";
          readonly bulletinId: BulletinId;
          readonly groups: number;
        }
      | {
          readonly kind: "broadcast-answered"; // a person looked whether it had arrived
          readonly bulletinId: BulletinId;
          readonly groupId: GroupId;
          readonly isThere: boolean;
        }
    ))
  | {
      readonly kind: "group-change-settled";
      readonly groupId: GroupId;
      readonly change: ChangeKind;
      readonly status: ChangeStatus;
    }
  | ({ readonly kind: "broadcast-finished"; readonly bulletinId: BulletinId } & Progress)
  | { readonly kind: "message-received" | "report-reopened"; readonly reportId: ReportId }
  | { readonly kind: "report-raised"; readonly reportId: ReportId; readonly level: Level }
  | ({
      readonly bulletinId: BulletinId;
      readonly version: number;
      readonly staffId: StaffId;
    } & (
      | {
          readonly kind:
            | "bulletin-written"
            | "bulletin-submitted"
            | "bulletin-returned"
            | "bulletin-published"
            | "bulletin-withdrawn";
        }
      | { readonly kind: "bulletin-approved"; readonly flags: readonly Flag[] } // what the check had found
    ))
  | { readonly kind: "notice-consents-revoked"; readonly count: number } // whose, nobody remembers
  | { readonly kind: "person-forgotten" } // a data subject's wish: nothing says whose
  | { readonly kind: "staff-joined"; readonly staffId: StaffId; readonly deskId: DeskId }
  | ({ readonly staffId: StaffId; readonly deskId: DeskId } & (
      | { readonly kind: "duty-changed"; readonly what: DutyChange }
      | { readonly kind: "duty-handed-over"; readonly toStaffId: StaffId }
    ))
  | { readonly kind: "duty-gaps-warned"; readonly deskId: DeskId; readonly gaps: number }
  | {
      readonly kind: "zalo-linked" | "zalo-unlinked" | "duty-channels-changed";
      readonly staffId: StaffId;
      readonly channel: Channel;
    }
  | { readonly kind: "signed-in" | "signed-out" | "sign-in-refused"; readonly staffId: StaffId }
);

/** What can stand in the history of one report. */
export type TimelineKind = Extract<AuditEntry, { readonly reportId: ReportId }>["kind"];

export type DutyChange = "plan" | "cover" | "absence" | "cover-withdrawn" | "absence-withdrawn";
