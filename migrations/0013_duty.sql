-- Who is on duty at a desk, by day and by night, and which gaps in it have been warned about.

-- One row a desk once somebody has planned or been away; a desk without one has everyone on duty.
create table duty_plans (
  desk_id uuid constraint duty_plans_pkey primary key
    constraint duty_plans_desk_fkey references desks (id),
  number integer not null default 0, -- counts the changes: whoever saves has seen the last
  otherwise text not null default 'everyone'
    constraint duty_plans_otherwise_check check (otherwise in ('everyone', 'nobody')),
  summer_from text not null default '06-01'
    constraint duty_plans_summer_from_check check (summer_from ~ '^\d\d-\d\d$'),
  summer_to text not null default '08-31'
    constraint duty_plans_summer_to_check check (summer_to ~ '^\d\d-\d\d$')
);

-- A weekly turn. Whoever leaves the desk leaves its roster: the gap that opens is warned about.
create table duty_patterns (
  desk_id uuid not null constraint duty_patterns_desk_fkey references duty_plans (desk_id),
  position integer not null,
  staff_id uuid not null,
  weekdays integer[] not null, -- 1 is Monday
  from_minute integer not null constraint duty_patterns_from_check
    check (from_minute between 0 and 1439),
  to_minute integer not null constraint duty_patterns_to_check check (to_minute between 0 and 1440),
  days text not null constraint duty_patterns_days_check
    check (days in ('every-day', 'school-days')),
  constraint duty_patterns_pkey primary key (desk_id, position),
  constraint duty_patterns_person_fkey foreign key (desk_id, staff_id)
    references desk_duty (desk_id, staff_id) on delete cascade
);
create index duty_patterns_person_idx on duty_patterns (desk_id, staff_id);

-- Somebody takes over another's turns, or is on duty besides. Of two, the later written prevails.
create table duty_covers (
  id uuid constraint duty_covers_pkey primary key, -- made in the browser: sent twice, it is one
  written bigint generated always as identity,
  desk_id uuid not null,
  staff_id uuid not null,
  instead_of uuid,
  from_at timestamptz not null,
  to_at timestamptz not null,
  constraint duty_covers_span_check check (from_at < to_at),
  constraint duty_covers_two_check check (staff_id <> instead_of),
  constraint duty_covers_person_fkey foreign key (desk_id, staff_id)
    references desk_duty (desk_id, staff_id) on delete cascade,
  constraint duty_covers_instead_fkey foreign key (desk_id, instead_of)
    references desk_duty (desk_id, staff_id) on delete cascade
);
create index duty_covers_person_idx on duty_covers (desk_id, staff_id);
create index duty_covers_instead_idx on duty_covers (desk_id, instead_of);

-- When somebody is away. Why is not asked: it may be an illness.
create table duty_absences (
  id uuid constraint duty_absences_pkey primary key,
  desk_id uuid not null,
  staff_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  constraint duty_absences_span_check check (from_at < to_at),
  constraint duty_absences_person_fkey foreign key (desk_id, staff_id)
    references desk_duty (desk_id, staff_id) on delete cascade
);
create index duty_absences_person_idx on duty_absences (desk_id, staff_id);

-- What has been warned about, so that no gap is told of every night.
create table duty_warnings (
  id bigint generated always as identity constraint duty_warnings_pkey primary key,
  desk_id uuid not null constraint duty_warnings_desk_fkey references duty_plans (desk_id),
  nearness text not null constraint duty_warnings_nearness_check
    check (nearness in ('in-sight', 'in-three-days', 'in-one-day')),
  from_at timestamptz not null,
  to_at timestamptz -- null: no end was in sight
);
create index duty_warnings_desk_idx on duty_warnings (desk_id);

grant select, insert, update on duty_plans to truong_an_app;
grant select, insert, delete on duty_patterns, duty_warnings to truong_an_app;
grant select, insert, delete on duty_covers, duty_absences to truong_an_app;
grant update (to_at) on duty_covers, duty_absences to truong_an_app; -- ended early
