-- Bulletins: what desks tell parents, pupils and staff, every version of it, and who asked to hear of new ones.
create table bulletins (
  id uuid constraint bulletins_pkey primary key,
  desk_id uuid not null constraint bulletins_desk_fkey references desks (id), -- in whose name
  published_at timestamptz -- when it first came out; null: never yet
);
create index bulletins_desk_idx on bulletins (desk_id);

create table bulletin_covers (
  id uuid constraint bulletin_covers_pkey primary key,
  bulletin_id uuid not null constraint bulletin_covers_bulletin_fkey references bulletins (id),
  image bytea not null constraint bulletin_covers_image_check
    check (octet_length(image) <= 1048576) -- a JPEG and nothing beside the picture
);
create index bulletin_covers_bulletin_idx on bulletin_covers (bulletin_id);
alter table bulletin_covers alter column image set storage external; -- a JPEG does not compress

create table bulletin_versions (
  bulletin_id uuid not null constraint bulletin_versions_bulletin_fkey references bulletins (id),
  number integer not null constraint bulletin_versions_number_check check (number >= 1),
  status text not null constraint bulletin_versions_status_check check (
    status in ('draft', 'submitted', 'approved', 'published', 'replaced', 'withdrawn')
  ),
  topic text not null constraint bulletin_versions_topic_check check (
    topic in ('law', 'traffic', 'fire', 'online_safety', 'drugs', 'violence', 'counselling',
      'life_skills', 'good_deeds', 'notices')
  ),
  title text not null,
  body text not null,
  -- For whom: one place, and the people there.
  province_id text constraint bulletin_versions_province_fkey references provinces (id),
  commune_id text constraint bulletin_versions_commune_fkey references communes (id),
  school_id uuid constraint bulletin_versions_school_fkey references schools (id),
  readers text[] not null constraint bulletin_versions_readers_check check (
    readers <@ array['parents', 'pupils', 'staff'] and cardinality(readers) between 1 and 3
  ),
  cover_id uuid constraint bulletin_versions_cover_fkey references bulletin_covers (id),
  cover_alt text,
  written_by uuid not null constraint bulletin_versions_written_by_fkey references staff (id),
  written_at timestamptz not null,
  approved_by uuid constraint bulletin_versions_approved_by_fkey references staff (id),
  approved_at timestamptz,
  published_by uuid constraint bulletin_versions_published_by_fkey references staff (id),
  published_at timestamptz, -- when the bulletin first came out: its place among the others
  corrected_at timestamptz, -- when this version took an earlier one's place
  withdrawn_by uuid constraint bulletin_versions_withdrawn_by_fkey references staff (id),
  withdrawn_at timestamptz,
  constraint bulletin_versions_pkey primary key (bulletin_id, number),
  constraint bulletin_versions_place_check check (num_nonnulls(province_id, commune_id, school_id) = 1),
  constraint bulletin_versions_cover_check check ((cover_id is null) = (cover_alt is null)),
  -- Four eyes: whoever wrote it last neither approves nor publishes it.
  constraint bulletin_versions_approved_check check (
    (status in ('approved', 'published', 'replaced')) <= (approved_by is not null and approved_at is not null)
    and approved_by is distinct from written_by
  ),
  constraint bulletin_versions_published_check check (
    (status in ('published', 'replaced')) <= (published_by is not null and published_at is not null)
    and published_by is distinct from written_by
  ),
  constraint bulletin_versions_withdrawn_check check (
    (status = 'withdrawn') <= (withdrawn_by is not null and withdrawn_at is not null)
  )
);
-- One version is worked on and one can be read, at most.
create unique index bulletin_versions_working_key on bulletin_versions (bulletin_id)
  where status in ('draft', 'submitted', 'approved');
create unique index bulletin_versions_published_key on bulletin_versions (bulletin_id)
  where status = 'published';
-- The newest of one place, with or without a topic, however many there are.
create index bulletin_versions_province_idx
  on bulletin_versions (province_id, published_at desc, bulletin_id desc) where status = 'published';
create index bulletin_versions_commune_idx
  on bulletin_versions (commune_id, published_at desc, bulletin_id desc) where status = 'published';
create index bulletin_versions_school_idx
  on bulletin_versions (school_id, published_at desc, bulletin_id desc) where status = 'published';
create index bulletin_versions_cover_idx on bulletin_versions (cover_id);
create index bulletin_versions_written_by_idx on bulletin_versions (written_by);
create index bulletin_versions_approved_by_idx on bulletin_versions (approved_by);
create index bulletin_versions_published_by_idx on bulletin_versions (published_by);
create index bulletin_versions_withdrawn_by_idx on bulletin_versions (withdrawn_by);

-- Who asked, in the chat, to hear of new bulletins: of this topic, or of all.
create table bulletin_subscriptions (
  user_id text not null constraint bulletin_subscriptions_user_fkey references zalo_contacts (user_id),
  school_id uuid not null constraint bulletin_subscriptions_school_fkey references schools (id),
  topic text not null constraint bulletin_subscriptions_topic_check check (
    topic in ('all', 'law', 'traffic', 'fire', 'online_safety', 'drugs', 'violence', 'counselling',
      'life_skills', 'good_deeds', 'notices')
  ),
  consented_at timestamptz not null,
  constraint bulletin_subscriptions_pkey primary key (user_id, school_id, topic)
);
create index bulletin_subscriptions_school_idx on bulletin_subscriptions (school_id, user_id);

-- Who let the Mini App notify them of new bulletins. A consent that is taken back is deleted.
create table notice_subscriptions (
  mini_user_id text not null,
  school_id uuid not null constraint notice_subscriptions_school_fkey references schools (id),
  consented_at timestamptz not null,
  constraint notice_subscriptions_pkey primary key (mini_user_id, school_id)
);
create index notice_subscriptions_school_idx on notice_subscriptions (school_id, mini_user_id);

-- How far the announcement of a bulletin has come: a worker that dies is followed by one that goes on.
create table bulletin_announcements (
  bulletin_id uuid not null constraint bulletin_announcements_bulletin_fkey references bulletins (id),
  way text not null constraint bulletin_announcements_way_check check (way in ('chat', 'notice')),
  told_through text not null default '', -- the last subscriber, in the order of their ids
  finished_at timestamptz,
  constraint bulletin_announcements_pkey primary key (bulletin_id, way)
);

-- A notice still to be sent. Its row goes just before it is sent: nobody is notified twice.
create table notices_due (
  bulletin_id uuid not null constraint notices_due_bulletin_fkey references bulletins (id),
  mini_user_id text not null,
  school_id uuid not null,
  constraint notices_due_pkey primary key (bulletin_id, mini_user_id),
  constraint notices_due_subscription_fkey foreign key (mini_user_id, school_id)
    references notice_subscriptions (mini_user_id, school_id) on delete cascade
);
create index notices_due_subscription_idx on notices_due (mini_user_id, school_id);

grant select, insert, update on bulletins, bulletin_versions, bulletin_announcements to truong_an_app;
grant select, insert, delete on bulletin_covers to truong_an_app;
grant select, insert, update, delete
  on bulletin_subscriptions, notice_subscriptions, notices_due to truong_an_app;
