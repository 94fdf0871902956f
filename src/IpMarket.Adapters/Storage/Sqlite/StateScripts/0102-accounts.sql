-- ASP.NET Core Identity (users without roles: roles are events of the user's stream) and the Data Protection keys, as
-- AccountsContext maps them. The mail address is unique here because Identity only asks before it writes.
create table accounts (
  id text not null primary key,
  display_name text not null,
  user_name text,
  normalized_user_name text,
  email text,
  normalized_email text,
  email_confirmed integer not null,
  password_hash text,
  security_stamp text,
  concurrency_stamp text,
  phone_number text,
  phone_number_confirmed integer not null,
  two_factor_enabled integer not null,
  lockout_end integer,
  lockout_enabled integer not null,
  access_failed_count integer not null
) strict;

create unique index accounts_user_name on accounts (normalized_user_name);
create unique index accounts_email on accounts (normalized_email);

create table account_claims (
  id integer primary key autoincrement,
  user_id text not null references accounts on delete cascade,
  claim_type text,
  claim_value text
) strict;

create index account_claims_user on account_claims (user_id);

create table account_logins (
  login_provider text not null,
  provider_key text not null,
  provider_display_name text,
  user_id text not null references accounts on delete cascade,
  primary key (login_provider, provider_key)
) strict;

create index account_logins_user on account_logins (user_id);

create table account_tokens (
  user_id text not null references accounts on delete cascade,
  login_provider text not null,
  name text not null,
  value text,
  primary key (user_id, login_provider, name)
) strict;

create table protection_keys (
  id integer primary key autoincrement,
  friendly_name text,
  xml text
) strict;
