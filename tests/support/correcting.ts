import type { DesksChanged } from "@truong-an/shared/api/reporter";
import type { CorrectionReason } from "@truong-an/shared/correction";
import type { Level } from "@truong-an/shared/report";
import { toBase64 } from "@truong-an/shared/sealing/bytes";
import { resealEnvelopes } from "@truong-an/shared/sealing/report";
import type { Signal } from "@truong-an/shared/triage/signals";
import {
  type Answer,
  type Colleague,
  desksOnSheet,
  type Opened,
  readThroughOf,
} from "./colleague.ts";

export type Correcting = {
  readonly from?: Level; // the level that it has, unless told
  readonly level: Level;
  readonly reason: CorrectionReason;
  readonly keeps?: boolean;
  readonly readThrough?: number; // all that there is, unless told
};

/** Corrects a level as from the console: with the page before one's eyes, sealing where it is asked for. */
export async function correct(colleague: Colleague, reportId: string, given: Correcting) {
  const opened = await colleague.open(reportId);
  const from = opened.detail.level;
  const readThrough = readThroughOf(opened.detail);
  const body = { from, keeps: false, readThrough, ...given };
  return sealingWhereAsked(colleague, opened, "level", body);
}

/** Tells what a text of the reporter says on being read again; of the story unless a message is named. */
export async function readAgain(
  colleague: Colleague,
  reportId: string,
  signals: readonly Signal[],
  messageId: string | null = null,
) {
  const opened = await colleague.open(reportId);
  return sealingWhereAsked(colleague, opened, "signals", { messageId, signals });
}

async function sealingWhereAsked(
  { call }: Colleague,
  { detail, identity }: Opened,
  door: string,
  body: object,
): Promise<Answer> {
  const path = `/api/staff/reports/${detail.id}/${door}`;
  const first = await call("POST", path, { ...body, envelopes: [] });
  const { code, desks: needy } = (first.body ?? {}) as Partial<DesksChanged>;
  if (code !== "desks-changed" || needy === undefined) return first;
  const keys = desksOnSheet(detail)
    .filter(({ id }) => needy.includes(id))
    .map(({ id, keyNumber, recipient }) => ({ deskId: id, keyNumber, recipient }));
  const { submissionId, recipient } = detail;
  const sealed = await resealEnvelopes(identity, submissionId, recipient, keys);
  const envelopes = sealed.map((one) => ({ ...one, sealed: toBase64(one.sealed) }));
  return call("POST", path, { ...body, envelopes });
}
