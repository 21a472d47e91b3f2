-- A consent that is taken back stays known for a while: the older wish to be notified may still be on its way.
alter table notice_subscriptions add column withdrawn_at timestamptz;
