-- Truth beside the journal. Instants are microseconds since 1970-01-01 UTC; names compare by bytes.
create table state.process_checkpoints (
  process text collate "C" primary key,
  pos bigint not null
);

create table state.process_sent (
  process text collate "C" not null,
  stream text collate "C" not null,
  version bigint not null,
  primary key (process, stream, version)
);

create table state.documents (
  sha256 text collate "C" primary key check (length(sha256) = 64),
  media_type text not null,
  bytes bytea not null
);

-- One key per person, wrapped by the protection keys below. An erased person keeps its row, without key.
create table state.vault_persons (
  person text collate "C" primary key,
  wrapped_key bytea,
  erased_at bigint,
  check ((wrapped_key is null) = (erased_at is not null))
);

create table state.vault_rows (
  name text collate "C" primary key,
  person text collate "C" not null references state.vault_persons,
  sealed bytea not null
);

create index vault_rows_person on state.vault_rows (person);

-- A silo's life without a gap that counts as an outage: one row, extended once a second.
create table state.heartbeats (
  silo text collate "C" not null,
  since bigint not null,
  until bigint not null,
  primary key (silo, since)
);

create index heartbeats_since on state.heartbeats (since);
create index heartbeats_until on state.heartbeats (until);

-- From wall_at on, market time runs from market_at at this speed.
create table state.clock_anchors (
  n integer primary key,
  wall_at bigint not null,
  market_at bigint not null,
  speed double precision not null check (speed >= 1)
);
