-- Truth beside the journal. Instants are microseconds since 1970-01-01 UTC.
create table process_checkpoints (
  process text primary key,
  pos integer not null
) strict, without rowid;

create table process_sent (
  process text not null,
  stream text not null,
  version integer not null,
  primary key (process, stream, version)
) strict, without rowid;

create table documents (
  sha256 text not null primary key check (length(sha256) = 64),
  media_type text not null,
  bytes blob not null
) strict;

-- One key per person, wrapped by the protection keys below. An erased person keeps its row, without key.
create table vault_persons (
  person text not null primary key,
  wrapped_key blob,
  erased_at integer,
  check ((wrapped_key is null) = (erased_at is not null))
) strict;

create table vault_rows (
  name text not null primary key,
  person text not null references vault_persons,
  sealed blob not null
) strict;

create index vault_rows_person on vault_rows (person);

-- A silo's life without a gap that counts as an outage: one row, extended once a second.
create table heartbeats (
  silo text not null,
  since integer not null,
  until integer not null,
  primary key (silo, since)
) strict, without rowid;

create index heartbeats_since on heartbeats (since);
create index heartbeats_until on heartbeats (until);

-- From wall_at on, market time runs from market_at at this speed.
create table clock_anchors (
  n integer primary key,
  wall_at integer not null,
  market_at integer not null,
  speed real not null check (speed >= 1)
) strict;
