-- When the Zalo accounts that linked or subscribed were last heard of: Zalo lets us write for a while after.
create table zalo_contacts (
  user_id text constraint zalo_contacts_pkey primary key,
  last_interaction_at timestamptz, -- null: not since we know them
  follows boolean not null default true
);

grant select, insert, update, delete on zalo_contacts to truong_an_app;
