-- Sealed reports and the envelopes that open them. No column can hold words.
create table reports (
  id uuid constraint reports_pkey primary key,
  submission_id uuid not null constraint reports_submission_id_key unique,
  school_id uuid not null constraint reports_school_fkey references schools (id),
  form_version integer not null,
  rules_version integer not null,
  level text not null constraint reports_level_check
    check (level in ('emergency', 'high', 'normal', 'low', 'not_a_report')),
  reasons text[] not null,
  facts jsonb not null,
  signals text[] not null,
  recipient text not null,
  story bytea not null,
  finder_hash bytea not null constraint reports_finder_hash_key unique,
  receipt_envelope bytea not null,
  status text not null constraint reports_status_check
    check (status in ('waiting', 'taken', 'closed')),
  owner_desk_id uuid not null constraint reports_owner_desk_fkey references desks (id),
  taken_by uuid constraint reports_taken_by_fkey references staff (id),
  taken_at timestamptz,
  ladder jsonb not null, -- the rungs as decided: number, instant, desks
  repeat_clock jsonb not null, -- how often everyone is called again after the last rung
  last_rung integer not null,
  call_round integer not null, -- counts the times its desks were called: rungs, then repetitions
  next_rung_at timestamptz, -- when the next desk hears; null once taken or closed
  received_at timestamptz not null, -- to the minute; to the day once closed
  closed_at timestamptz,
  outcome text,
  news integer not null default 1, -- counts what the reporter has sent
  news_read integer not null default 0, -- how much of it the owning desk has seen
  constraint reports_taken_check check ((status = 'taken') <= (taken_by is not null)),
  constraint reports_closed_check check ((status = 'closed') = (closed_at is not null and outcome is not null))
);
create index reports_school_idx on reports (school_id);
create index reports_owner_desk_idx on reports (owner_desk_id);
create index reports_taken_by_idx on reports (taken_by);
-- A report nobody takes must be found quickly.
create index reports_waiting_idx on reports (next_rung_at) where status = 'waiting';

create table envelopes (
  report_id uuid not null constraint envelopes_report_fkey references reports (id),
  desk_id uuid not null constraint envelopes_desk_fkey references desks (id),
  key_number integer not null,
  sealed bytea not null,
  told_at timestamptz, -- a desk gets its envelope only once the route has told it
  constraint envelopes_pkey primary key (report_id, desk_id)
);
create index envelopes_desk_idx on envelopes (desk_id, report_id) where told_at is not null;

grant select, insert, update on reports, envelopes to truong_an_app;
