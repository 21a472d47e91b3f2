-- Every attempt to reach someone, with its outcome: an alert is never "probably sent".
create table alert_attempts (
  id bigint generated always as identity constraint alert_attempts_pkey primary key,
  report_id uuid not null constraint alert_attempts_report_fkey references reports (id),
  desk_id uuid not null constraint alert_attempts_desk_fkey references desks (id),
  staff_id uuid not null constraint alert_attempts_staff_fkey references staff (id),
  round integer not null, -- counts the times this report has called: rungs, then repetitions
  channel text not null,
  outcome text not null constraint alert_attempts_outcome_check
    check (outcome in ('delivered', 'refused', 'unreachable')),
  code text not null,
  attempted_at timestamptz not null
);
create index alert_attempts_report_idx on alert_attempts (report_id);
create index alert_attempts_desk_idx on alert_attempts (desk_id);
create index alert_attempts_staff_idx on alert_attempts (staff_id);

grant select, insert on alert_attempts to truong_an_app;
grant update (attempted_at) on alert_attempts to truong_an_app; -- to the day, once closed
