-- Who answers for a place: provinces, communes, schools, their desks and the signed sheets.

-- The server works as this role; only migrations own the tables. Roles belong to the whole
-- cluster, so another database may have made it already.
do $$
begin
  create role truong_an_app nologin;
exception
  when duplicate_object or unique_violation then null;
end
$$;
do $$
begin
  execute format('grant truong_an_app to %I', current_user);
  execute format('grant usage on schema public to truong_an_app');
end
$$;

create table provinces (
  id text constraint provinces_pkey primary key, -- the official code
  name text not null
);

create table communes (
  id text constraint communes_pkey primary key, -- the official code since 1/7/2025
  province_id text not null constraint communes_province_fkey references provinces (id),
  name text not null
);
create index communes_province_idx on communes (province_id);

create table schools (
  id uuid constraint schools_pkey primary key,
  commune_id text not null constraint schools_commune_fkey references communes (id),
  name text not null,
  stage text not null constraint schools_stage_check
    check (stage in ('preschool', 'primary', 'lower', 'primary_lower', 'upper', 'continuing')),
  search_text text not null -- name and commune, lower case, without tone marks
);
create index schools_commune_idx on schools (commune_id);

create table desks (
  id uuid constraint desks_pkey primary key,
  kind text not null constraint desks_kind_check
    check (kind in ('school', 'police', 'commune', 'department')),
  name text not null,
  phone text,
  key_number integer not null constraint desks_key_number_check check (key_number >= 1),
  recipient text not null -- public half of the desk key; the private half never comes here
);

create table school_desks (
  school_id uuid not null constraint school_desks_school_fkey references schools (id),
  desk_id uuid not null constraint school_desks_desk_fkey references desks (id),
  constraint school_desks_pkey primary key (school_id, desk_id)
);
create index school_desks_desk_idx on school_desks (desk_id);

-- The exact signed text that phones verify. Signed offline: the server cannot make one.
create table place_sheets (
  school_id uuid constraint place_sheets_pkey primary key
    constraint place_sheets_school_fkey references schools (id),
  version integer not null constraint place_sheets_version_check check (version >= 1),
  sheet text not null,
  signature text not null
);

grant select on provinces, communes, schools, desks, school_desks, place_sheets to truong_an_app;
