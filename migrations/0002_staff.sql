-- The people at the desks: their locked keys, memberships, invitations, sessions and duty channels.
create table staff (
  id uuid constraint staff_pkey primary key,
  name text not null,
  email text not null constraint staff_email_key unique,
  -- Empty until the invitation is accepted. The passphrase and the unlocked key never come here.
  salt text,
  sign_in_hash bytea,
  recipient text,
  locked_identity bytea,
  totp_sealed bytea, -- sealed to the server's own key, which lives in the environment
  totp_last_step bigint, -- a one-time code works once
  joined_at timestamptz
);

create table desk_members (
  desk_id uuid not null constraint desk_members_desk_fkey references desks (id),
  staff_id uuid not null constraint desk_members_staff_fkey references staff (id),
  role text not null constraint desk_members_role_check check (role in ('member', 'lead')),
  desk_key_envelope bytea not null, -- the desk key, sealed to the member
  key_number integer not null,
  constraint desk_members_pkey primary key (desk_id, staff_id)
);
create index desk_members_staff_idx on desk_members (staff_id);

create table invitations (
  token_hash bytea constraint invitations_pkey primary key,
  staff_id uuid not null constraint invitations_staff_fkey references staff (id),
  desk_id uuid not null constraint invitations_desk_fkey references desks (id),
  role text not null constraint invitations_role_check check (role in ('member', 'lead')),
  desk_key_envelope bytea, -- sealed to the secret in the link's fragment; gone once used
  key_number integer not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitations_staff_idx on invitations (staff_id);
create index invitations_desk_idx on invitations (desk_id);

create table staff_sessions (
  token_hash bytea constraint staff_sessions_pkey primary key,
  staff_id uuid not null constraint staff_sessions_staff_fkey references staff (id),
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index staff_sessions_staff_idx on staff_sessions (staff_id);

-- How a person on duty is called, in the order of trying.
create table duty_channels (
  staff_id uuid not null constraint duty_channels_staff_fkey references staff (id),
  position integer not null,
  channel text not null constraint duty_channels_channel_check
    check (channel in ('oa-message', 'email')),
  address text not null,
  constraint duty_channels_pkey primary key (staff_id, position)
);

-- Someone is on duty at a desk from the moment they are named, also before they have joined:
-- an alert must reach a person even when nobody has signed in yet.
create table desk_duty (
  desk_id uuid not null constraint desk_duty_desk_fkey references desks (id),
  staff_id uuid not null constraint desk_duty_staff_fkey references staff (id),
  constraint desk_duty_pkey primary key (desk_id, staff_id)
);
create index desk_duty_staff_idx on desk_duty (staff_id);

grant select on duty_channels, desk_duty to truong_an_app;
grant select, insert, update, delete
  on staff, desk_members, invitations, staff_sessions to truong_an_app;
