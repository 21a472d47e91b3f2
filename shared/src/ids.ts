import { z } from "zod";

/** Branded ids: a school's id cannot stand where a desk's is asked for. */
export const ReportId = z.uuid().brand<"ReportId">();
export type ReportId = z.infer<typeof ReportId>;

/** Made on the phone before anything is sent; sending it again is sending the same report. */
export const SubmissionId = z.uuid().brand<"SubmissionId">();
export type SubmissionId = z.infer<typeof SubmissionId>;

export const MessageId = z.uuid().brand<"MessageId">();
export type MessageId = z.infer<typeof MessageId>;

export const SchoolId = z.uuid().brand<"SchoolId">();
export type SchoolId = z.infer<typeof SchoolId>;

export const DeskId = z.uuid().brand<"DeskId">();
export type DeskId = z.infer<typeof DeskId>;

export const StaffId = z.uuid().brand<"StaffId">();
export type StaffId = z.infer<typeof StaffId>;

export const BulletinId = z.uuid().brand<"BulletinId">();
export type BulletinId = z.infer<typeof BulletinId>;

/** Of a Zalo group in our list, whatever number Zalo gives it. */
export const GroupId = z.uuid().brand<"GroupId">();
export type GroupId = z.infer<typeof GroupId>;

export const GroupChangeId = z.uuid().brand<"GroupChangeId">();
export type GroupChangeId = z.infer<typeof GroupChangeId>;

export const BroadcastId = z.uuid().brand<"BroadcastId">();
export type BroadcastId = z.infer<typeof BroadcastId>;
