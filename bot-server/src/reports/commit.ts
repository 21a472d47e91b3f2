import type { ReportId } from "@truong-an/shared/ids";
import type { Facts, Level, SealedReport } from "@truong-an/shared/report";
import type { Route } from "@truong-an/shared/routing/route";
import { type Instant, toTheMinute } from "@truong-an/shared/time";
import type { Triage } from "@truong-an/shared/triage/triage";
import type pg from "pg";
import { together } from "../db/together.ts";
import { escalationKey, queuePriority, urgencyOf } from "../jobs/enqueue.ts";
import type { Payload } from "../jobs/payloads.ts";

export type Decided = {
  readonly id: ReportId;
  readonly sealed: SealedReport;
  readonly facts: Facts;
  readonly triage: Triage;
  readonly route: Route;
  readonly now: Instant;
};

/** Stores one report and says whether it is new. */
export type Commit = (decided: Decided) => Promise<boolean>;

/**
 * Stores a report, its envelopes, its awaited photos, its audit entries and its jobs: all or
 * nothing, on the disk before the answer. Answers false, storing nothing, when the submission or
 * its receipt is already known. Reports that arrive while others are being stored share the next
 * statement and its write to the disk: this is the only place that takes a thousand reports a
 * second, and the reason it is not written in drizzle.
 */
export function openCommit(pool: pg.Pool): Commit {
  return together<Decided, boolean>(
    async (group) => {
      const stored = await pool.query<{ id: string }>({
        name: "commit-reports",
        text: statement,
        values: valuesOf(group),
      });
      const ids = new Set(stored.rows.map((row) => row.id));
      return group.map(({ id }) => ids.has(id));
    },
    { most: 32, atOnce: 2 },
  );
}

/** What is given to the statement: for each list its columns, each an array. */
const given = {
  reports: {
    id: "uuid",
    submission_id: "uuid",
    school_id: "uuid",
    form_version: "int",
    rules_version: "int",
    level: "text",
    reasons: "text", // codes, joined by commas
    facts: "jsonb",
    signals: "text", // codes, joined by commas
    recipient: "text",
    story: "text", // sealed bytes travel in base64, as they came
    finder_hash: "text",
    receipt_envelope: "text",
    owner_desk_id: "uuid",
    ladder: "jsonb",
    repeat_clock: "jsonb",
    next_rung_at: "timestamptz",
    received_at: "timestamptz",
  },
  envelopes: {
    report_id: "uuid",
    desk_id: "uuid",
    key_number: "int",
    sealed: "text",
    told_at: "timestamptz",
  },
  photos: { report_id: "uuid", sha256: "text", position: "int" },
  audit: { report_id: "uuid", at: "timestamptz", kind: "text", desk_id: "uuid", details: "jsonb" },
  jobs: {
    report_id: "uuid",
    name: "text",
    payload: "json",
    at: "timestamptz",
    key: "text",
    priority: "smallint",
  },
} as const;

type Row = Readonly<Record<string, string | number | null>>;
type Rows = {
  readonly [List in keyof typeof given]: readonly Readonly<
    Record<keyof (typeof given)[List], string | number | null>
  >[];
};

const lists = Object.keys(given) as (keyof typeof given)[];

/** `unnest($1::uuid[], …) as given (id, …)`, numbered in the order of `given`. */
function unnested(list: keyof typeof given): string {
  const before = lists.slice(0, lists.indexOf(list));
  const offset = before.reduce((sum, each) => sum + Object.keys(given[each]).length, 0);
  const types = Object.values(given[list]).map(
    (type, index) => `$${offset + index + 1}::${type}[]`,
  );
  return `unnest(${types.join(", ")}) as given (${Object.keys(given[list]).join(", ")})`;
}

const statement = `
with report as (
  insert into reports (
    id, submission_id, school_id, form_version, rules_version, level, reasons, facts, signals,
    recipient, story, finder_hash, receipt_envelope, status, owner_desk_id, ladder, repeat_clock,
    last_rung, call_round, next_rung_at, received_at)
  select id, submission_id, school_id, form_version, rules_version, level,
    string_to_array(reasons, ','), facts, string_to_array(signals, ','), recipient,
    decode(story, 'base64'), decode(finder_hash, 'hex'), decode(receipt_envelope, 'base64'),
    'waiting', owner_desk_id, ladder, repeat_clock, 0, 0, next_rung_at, received_at
  from ${unnested("reports")}
  on conflict do nothing
  returning id
), sealed_envelopes as (
  insert into envelopes (report_id, desk_id, key_number, sealed, told_at)
  select report_id, desk_id, key_number, decode(sealed, 'base64'), told_at
  from ${unnested("envelopes")} join report on report.id = given.report_id
), awaited_photos as (
  insert into photos (sha256, report_id, position)
  select decode(sha256, 'hex'), report_id, position
  from ${unnested("photos")} join report on report.id = given.report_id
  on conflict do nothing
), remembered as (
  insert into audit_entries (at, kind, report_id, desk_id, details)
  select at, kind, report_id, desk_id, details
  from ${unnested("audit")} join report on report.id = given.report_id
), queued as (
  select job.id
  from graphile_worker.add_jobs(array(
    select (name, payload, null, at, null, key, priority, null)::graphile_worker.job_spec
    from ${unnested("jobs")} join report on report.id = given.report_id
  )) as job
)
select report.id from report, (select count(*) from queued) as jobs`;

function valuesOf(group: readonly Decided[]): unknown[] {
  const each = group.map(rowsOf);
  return lists.flatMap((list) => {
    const rows = each.flatMap((one): readonly Row[] => one[list]);
    return Object.keys(given[list]).map((column) => rows.map((row) => row[column]));
  });
}

function rowsOf({ id, sealed, facts, triage, route, now }: Decided): Rows {
  const report_id = id;
  const at = moment(now);
  const receivedAt = moment(toTheMinute(now));
  const told = route.ladder[0]?.desks ?? [];
  return {
    reports: [
      {
        id,
        submission_id: sealed.submissionId,
        school_id: sealed.schoolId,
        form_version: sealed.formVersion,
        rules_version: triage.rulesVersion,
        level: triage.level,
        reasons: triage.reasons.join(),
        facts: JSON.stringify(facts),
        signals: sealed.signals.join(),
        recipient: sealed.recipient,
        story: sealed.story,
        finder_hash: sealed.receipt.finderHash,
        receipt_envelope: sealed.receipt.envelope,
        owner_desk_id: route.owner,
        ladder: JSON.stringify(route.ladder),
        repeat_clock: JSON.stringify(route.repeat),
        next_rung_at: moment(route.acknowledgeBy),
        received_at: receivedAt,
      },
    ],
    envelopes: sealed.envelopes.map(({ deskId, keyNumber, sealed }) => {
      const told_at = told.includes(deskId) ? at : null;
      return { report_id, desk_id: deskId, key_number: keyNumber, sealed, told_at };
    }),
    photos: sealed.photos.map((sha256, index) => ({ report_id, sha256, position: index + 1 })),
    audit: [
      { kind: "report-received", desk_id: null, details: { level: triage.level } },
      ...told.map((desk_id) => ({ kind: "desk-told", desk_id, details: { rung: 0 } })),
    ].map((entry) => ({ ...entry, report_id, at, details: JSON.stringify(entry.details) })),
    jobs: jobsOf(id, triage.level, route, now),
  };
}

function jobsOf(report_id: ReportId, level: Level, route: Route, now: Instant): Rows["jobs"] {
  const priority = queuePriority[urgencyOf(level)];
  const calls = (route.ladder[0]?.desks ?? []).map((deskId) => {
    const payload: Payload<"call-desk"> = { reportId: report_id, deskId, round: 0 };
    return { name: "call-desk", payload: JSON.stringify(payload), at: moment(now), key: null };
  });
  const payload: Payload<"escalate"> = { reportId: report_id };
  const escalate = {
    name: "escalate",
    payload: JSON.stringify(payload),
    at: moment(route.acknowledgeBy),
    key: escalationKey(report_id),
  };
  return [...calls, escalate].map((job) => ({ ...job, priority, report_id }));
}

function moment(at: Instant): string {
  return new Date(at).toISOString();
}
