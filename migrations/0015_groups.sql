-- Zalo groups of schools and communes, what is asked of them, and which bulletin stands in which group.
create table zalo_groups (
  id uuid constraint zalo_groups_pkey primary key,
  kind text not null constraint zalo_groups_kind_check check (kind in ('gmf', 'bot')),
  zalo_id text constraint zalo_groups_zalo_id_key unique, -- null until Zalo has made it
  -- Whose it is. Neither: made elsewhere, and nobody has attached it yet.
  school_id uuid constraint zalo_groups_school_fkey references schools (id),
  commune_id text constraint zalo_groups_commune_fkey references communes (id),
  readers text[] not null constraint zalo_groups_readers_check
    check (readers <@ array['parents', 'pupils', 'staff']), -- who its members are
  name text not null,
  description text not null,
  state text not null constraint zalo_groups_state_check
    check (state in ('creating', 'refused', 'enabled', 'disabled', 'deleted')),
  link text,
  is_locked boolean not null,
  asks_to_join boolean not null,
  members integer not null constraint zalo_groups_members_check check (members >= 0),
  most_members integer,
  requests integer not null constraint zalo_groups_requests_check check (requests >= 0),
  asset_id text,
  asset_kind text,
  asset_until timestamptz,
  asset_renews boolean not null,
  dissolves_at timestamptz,
  lapse_warned integer, -- days before the end, of the last warning given
  added_at timestamptz not null,
  read_at timestamptz, -- when Zalo last told us of it
  constraint zalo_groups_place_check check (num_nonnulls(school_id, commune_id) <= 1),
  constraint zalo_groups_zalo_id_check check (state in ('creating', 'refused', 'deleted') or zalo_id is not null)
);
create index zalo_groups_school_idx on zalo_groups (school_id);
create index zalo_groups_commune_idx on zalo_groups (commune_id);

-- Every change is asked of Zalo by a job; here stands how it went.
create table group_changes (
  id uuid constraint group_changes_pkey primary key,
  group_id uuid not null constraint group_changes_group_fkey references zalo_groups (id),
  kind text not null constraint group_changes_kind_check check (
    kind in ('create', 'lock', 'unlock', 'ask-to-join', 'join-freely', 'accept-requests',
      'reject-requests', 'use-asset', 'delete')
  ),
  asset_id text,
  first_members uuid[] not null, -- staff, for a group to be made
  status text not null constraint group_changes_status_check
    check (status in ('waiting', 'done', 'refused', 'gave-up')),
  code text,
  attempts integer not null,
  staff_id uuid constraint group_changes_staff_fkey references staff (id), -- null: asked by ourselves
  desk_id uuid constraint group_changes_desk_fkey references desks (id),
  asked_at timestamptz not null,
  settled_at timestamptz
);
create index group_changes_group_idx on group_changes (group_id, asked_at);
create index group_changes_staff_idx on group_changes (staff_id);
create index group_changes_desk_idx on group_changes (desk_id);

-- What the Official Account has to pay for groups with, as Zalo last told us.
create table group_assets (
  asset_id text constraint group_assets_pkey primary key,
  kind text not null constraint group_assets_kind_check
    check (kind in ('gmf10', 'gmf50', 'gmf100', 'gmf1000')),
  until timestamptz,
  renews boolean not null,
  is_used boolean not null,
  used_by text -- Zalo's number of the group
);

-- When the list of groups was last compared with Zalo's, and how that went: one row.
create table group_syncs (
  only_one boolean constraint group_syncs_pkey primary key default true
    constraint group_syncs_only_one_check check (only_one),
  asked_at timestamptz not null,
  finished_at timestamptz,
  code text -- why it did not go; null when it went, or has not ended
);

create table broadcasts (
  id uuid constraint broadcasts_pkey primary key,
  bulletin_id uuid not null constraint broadcasts_bulletin_key unique
    constraint broadcasts_bulletin_fkey references bulletins (id),
  staff_id uuid not null constraint broadcasts_staff_fkey references staff (id), -- who began it last
  desk_id uuid not null constraint broadcasts_desk_fkey references desks (id),
  started_at timestamptz not null,
  finished_at timestamptz,
  -- The cover as Zalo keeps it for seven days.
  attachment_id text,
  attachment_version integer, -- of the bulletin: a corrected one may have another cover
  attached_at timestamptz
);
create index broadcasts_staff_idx on broadcasts (staff_id);
create index broadcasts_desk_idx on broadcasts (desk_id);

-- One bulletin in one group, once: the key is the promise.
create table broadcast_posts (
  broadcast_id uuid not null constraint broadcast_posts_broadcast_fkey references broadcasts (id),
  group_id uuid not null constraint broadcast_posts_group_fkey references zalo_groups (id),
  status text not null constraint broadcast_posts_status_check
    check (status in ('waiting', 'sending', 'sent', 'failed', 'unsure', 'cancelled')),
  code text,
  message_id text,
  attempts integer not null,
  next_try_at timestamptz,
  is_stopped boolean not null default false, -- called back: what is not there yet is not sent
  changed_at timestamptz not null,
  constraint broadcast_posts_pkey primary key (broadcast_id, group_id)
);
create index broadcast_posts_group_idx on broadcast_posts (group_id);
create index broadcast_posts_pending_idx on broadcast_posts (broadcast_id, next_try_at)
  where status in ('waiting', 'sending', 'unsure');

grant select, insert, update on zalo_groups, group_changes, group_syncs, broadcasts, broadcast_posts
  to truong_an_app;
grant select, insert, update, delete on group_assets to truong_an_app;
