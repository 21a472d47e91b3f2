-- Zalo tells things late and out of order: an old unfollow must not mute somebody who has followed again.
alter table zalo_contacts add column left_at timestamptz; -- null: not since they were last heard of
