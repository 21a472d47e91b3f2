-- What happened, for ever: inserts only, by grant and by trigger.
create table audit_entries (
  id bigint generated always as identity constraint audit_entries_pkey primary key,
  at timestamptz not null,
  kind text not null,
  report_id uuid constraint audit_entries_report_fkey references reports (id),
  staff_id uuid constraint audit_entries_staff_fkey references staff (id),
  desk_id uuid constraint audit_entries_desk_fkey references desks (id),
  details jsonb not null default '{}'::jsonb -- codes and numbers of that kind of entry
);
create index audit_entries_report_idx on audit_entries (report_id);
create index audit_entries_staff_idx on audit_entries (staff_id);
create index audit_entries_desk_idx on audit_entries (desk_id);

create function audit_entries_stay() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries are only ever added';
end
$$;
create trigger audit_entries_stay before update or delete or truncate on audit_entries
  for each statement execute function audit_entries_stay();

grant select, insert on audit_entries to truong_an_app;
