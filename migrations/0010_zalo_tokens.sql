-- A refresh token of Zalo works once: the pair that replaces it must be kept before it is used.
create table zalo_tokens (
  id smallint constraint zalo_tokens_pkey primary key
    constraint zalo_tokens_single_check check (id = 1), -- one Official Account a deployment
  generation integer not null, -- grows with every pair and with every new beginning
  access_token bytea, -- sealed to the server's key
  refresh_token bytea not null, -- sealed to the server's key
  renewed_at timestamptz, -- null: this refresh token comes from the operator and was not used yet
  expires_at timestamptz, -- of the access token
  attempted_at timestamptz, -- somebody is asking Zalo for the next pair, or died over it
  retry_at timestamptz, -- nobody asks before
  failures integer not null default 0,
  refused_code text, -- Zalo takes this refresh token no more: an operator must bring another
  constraint zalo_tokens_access_check check ((access_token is null) = (expires_at is null))
);
-- Every refresh token that an operator ever gave: an old one in a forgotten environment begins nothing anew.
create table zalo_token_seeds (
  sha256 bytea constraint zalo_token_seeds_pkey primary key,
  taken_at timestamptz not null
);

grant select, insert, update on zalo_tokens to truong_an_app;
grant select, insert on zalo_token_seeds to truong_an_app;
