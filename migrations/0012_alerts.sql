-- Alerts that get through: more channels, who is linked and has heard, and how each channel fares.
alter table duty_channels
  drop constraint duty_channels_channel_check,
  add constraint duty_channels_channel_check
    check (channel in ('oa-message', 'zns', 'bot', 'email')),
  add constraint duty_channels_channel_key unique (staff_id, channel),
  add column urgent_position integer; -- its place for emergencies and urgent reports; null: as `position`
-- One chat with the bot belongs to one member.
create unique index duty_channels_bot_key on duty_channels (address) where channel = 'bot';
grant insert, update, delete on duty_channels to truong_an_app;

-- Which Zalo account a member has shown to be theirs.
create table staff_zalo (
  staff_id uuid constraint staff_zalo_pkey primary key
    constraint staff_zalo_staff_fkey references staff (id),
  user_id text not null constraint staff_zalo_user_key unique,
  linked_at timestamptz not null
);
-- What an administrator entered before anyone could link counts as linked.
insert into staff_zalo (staff_id, user_id, linked_at)
select distinct on (address) staff_id, address, now() from duty_channels
where channel = 'oa-message' order by address, staff_id;
insert into zalo_contacts (user_id) select user_id from staff_zalo on conflict do nothing;
grant select, insert, update, delete on staff_zalo to truong_an_app;

-- The one-time code that links a Zalo account. A new one takes the old one's place.
create table zalo_link_codes (
  staff_id uuid constraint zalo_link_codes_pkey primary key
    constraint zalo_link_codes_staff_fkey references staff (id),
  code_hash bytea not null constraint zalo_link_codes_hash_key unique,
  expires_at timestamptz not null
);
-- Wrong codes by one sender within the hour. The sender is a keyed hash: most are strangers.
create table zalo_link_guesses (
  guesser bytea constraint zalo_link_guesses_pkey primary key,
  wrong integer not null,
  since timestamptz not null
);
grant select, insert, update, delete on zalo_link_codes, zalo_link_guesses to truong_an_app;

-- One person called about one report in one round, and what was known when they were called.
create table alert_calls (
  code text constraint alert_calls_pkey primary key, -- opaque: it travels with the alert
  report_id uuid not null constraint alert_calls_report_fkey references reports (id),
  desk_id uuid not null constraint alert_calls_desk_fkey references desks (id),
  staff_id uuid not null constraint alert_calls_staff_fkey references staff (id),
  round integer not null,
  level text not null,
  news integer not null,
  owner_desk_id uuid not null constraint alert_calls_owner_fkey references desks (id),
  called_at timestamptz not null,
  reached boolean, -- null until every channel has had its first turn
  acknowledged_at timestamptz,
  constraint alert_calls_person_key unique (report_id, desk_id, staff_id, round)
);
create index alert_calls_desk_idx on alert_calls (desk_id);
create index alert_calls_staff_idx on alert_calls (staff_id, called_at);
create index alert_calls_owner_idx on alert_calls (owner_desk_id);
grant select, insert, update, delete on alert_calls to truong_an_app;

-- What was not tried, because it could not have worked, is part of the history too.
alter table alert_attempts
  drop constraint alert_attempts_outcome_check,
  add constraint alert_attempts_outcome_check
    check (outcome in ('delivered', 'refused', 'unreachable', 'skipped'));

-- How each channel fares for everyone.
create table channel_health (
  channel text constraint channel_health_pkey primary key
    constraint channel_health_channel_check check (channel in ('oa-message', 'zns', 'bot', 'email')),
  failing_since timestamptz, -- null: it works, as far as we know
  last_tried_at timestamptz,
  last_delivered_at timestamptz,
  last_code text -- of the last failure that was not one person's alone
);
-- Whom a channel has failed since it last delivered to anybody: two people are no accident.
create table channel_failures (
  channel text not null,
  staff_id uuid not null constraint channel_failures_staff_fkey references staff (id),
  failed_at timestamptz not null,
  constraint channel_failures_pkey primary key (channel, staff_id)
);
create index channel_failures_staff_idx on channel_failures (staff_id);

-- What the operator has been told and is not over yet.
create table operator_alarms (
  subject text constraint operator_alarms_pkey primary key,
  raised_at timestamptz not null
);

-- What Zalo says of our account, looked up now and then: quota, template, package.
create table zalo_standing (
  only_one boolean constraint zalo_standing_pkey primary key default true
    constraint zalo_standing_only_one_check check (only_one),
  looked_at timestamptz not null,
  package_name text,
  package_valid_through text, -- as Zalo writes it
  zns_remaining integer,
  zns_daily integer,
  zns_parameters jsonb -- what the alert template asks for; null: not known
);

-- The last test alert of each member's channel, and how it ended.
create table channel_tests (
  staff_id uuid not null constraint channel_tests_staff_fkey references staff (id),
  channel text not null,
  asked_at timestamptz not null,
  outcome text, -- null: under way
  code text,
  constraint channel_tests_pkey primary key (staff_id, channel)
);
grant select, insert, update, delete
  on channel_health, channel_failures, operator_alarms, zalo_standing, channel_tests
  to truong_an_app;
