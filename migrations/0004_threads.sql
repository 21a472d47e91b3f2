-- The two-way thread, photos and internal notes: all sealed.
create table messages (
  id uuid constraint messages_pkey primary key,
  report_id uuid not null constraint messages_report_fkey references reports (id),
  number integer not null,
  author text not null constraint messages_author_check check (author in ('reporter', 'staff')),
  desk_id uuid constraint messages_desk_fkey references desks (id),
  sealed bytea not null,
  sent_at timestamptz not null,
  constraint messages_number_key unique (report_id, number),
  constraint messages_desk_check check ((author = 'staff') = (desk_id is not null))
);
create index messages_desk_idx on messages (desk_id);

-- A photo is announced with its report or message and may arrive later.
create table photos (
  sha256 bytea constraint photos_pkey primary key,
  report_id uuid not null constraint photos_report_fkey references reports (id),
  message_id uuid constraint photos_message_fkey references messages (id),
  position integer not null,
  sealed bytea -- null until it has arrived whole
);
create index photos_report_idx on photos (report_id);
create index photos_message_idx on photos (message_id);
alter table photos alter column sealed set storage external; -- sealed bytes do not compress

create table notes (
  id uuid constraint notes_pkey primary key,
  report_id uuid not null constraint notes_report_fkey references reports (id),
  desk_id uuid not null constraint notes_desk_fkey references desks (id),
  staff_id uuid not null constraint notes_staff_fkey references staff (id),
  sealed bytea not null,
  written_at timestamptz not null
);
create index notes_report_idx on notes (report_id);
create index notes_desk_idx on notes (desk_id);
create index notes_staff_idx on notes (staff_id);

grant select, insert on messages, notes to truong_an_app;
grant update (sent_at) on messages to truong_an_app; -- to the day, once closed
grant update (written_at) on notes to truong_an_app;
grant select, insert, update on photos to truong_an_app;
