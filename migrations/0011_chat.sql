-- The Official Account's chat: where each conversation stands for half an hour, in codes and sealed bytes, and which events were heard.
create table chat_states (
  person bytea constraint chat_states_pkey primary key -- a keyed hash: no Zalo id stands here
    constraint chat_states_person_check check (octet_length(person) = 32),
  state jsonb not null, -- codes, ids and sealed bytes, of a closed shape
  last_event_at timestamptz not null, -- what is older than this moves the conversation no more
  human_until timestamptz, -- somebody answers in the inbox: the bot is quiet until then
  expires_at timestamptz not null
);
create index chat_states_expires_idx on chat_states (expires_at);

create table zalo_events (
  key_hash bytea constraint zalo_events_pkey primary key
    constraint zalo_events_key_hash_check check (octet_length(key_hash) = 32),
  heard_at timestamptz not null
);
create index zalo_events_heard_idx on zalo_events (heard_at);

grant select, insert, update, delete on chat_states to truong_an_app;
grant select, insert, delete on zalo_events to truong_an_app;
