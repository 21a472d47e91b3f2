-- A consent revoked at Zalo stays revoked: an older wish to be notified may still be on its way.
create table notice_revocations (
  person bytea constraint notice_revocations_pkey primary key, -- a keyed hash: nobody can be named from it
  revoked_at timestamptz not null
);
create index notice_revocations_revoked_idx on notice_revocations (revoked_at);

grant select, insert, update, delete on notice_revocations to truong_an_app;
