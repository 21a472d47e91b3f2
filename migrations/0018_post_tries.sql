-- A post whose answer never came is looked up: what is older than its last try cannot be it.
alter table broadcast_posts add column tried_at timestamptz; -- null: never, or nobody knows
