import type { AuditEntry } from "@truong-an/shared/audit";
import type { Queryable } from "../db/open.ts";
import { auditEntries } from "../db/tables.ts";

/** Appends to the audit trail in the caller's transaction: what is undone is not remembered. */
export async function record(tx: Queryable, ...entries: readonly AuditEntry[]): Promise<void> {
  await tx.insert(auditEntries).values(entries.map(rowOf));
}

function rowOf(entry: AuditEntry): typeof auditEntries.$inferInsert {
  const { at, kind, ...rest } = entry;
  const {
    reportId = null,
    staffId = null,
    deskId = null,
    ...details
  } = {
    reportId: null,
    staffId: null,
    deskId: null,
    ...rest,
  };
  return { at, kind, reportId, staffId, deskId, details };
}
