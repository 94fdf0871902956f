-- The journal: the one append-only table. at = microseconds since 1970-01-01 UTC; public and secret are JSON kept as
-- the very text that was hashed. Streams compare by bytes, whatever the database's collation.
create table journal.records (
  pos bigint primary key,
  stream text collate "C" not null,
  version bigint not null check (version > 0),
  type text collate "C" not null,
  at bigint not null,
  command_id uuid not null,
  n integer not null check (n >= 0),
  request_hash bytea not null,
  public text not null,
  secret text,
  salt bytea not null check (octet_length(salt) = 16),
  hash bytea not null check (octet_length(hash) = 32),
  constraint records_stream_version unique (stream, version),
  constraint records_stream_command unique (stream, command_id, n)
);

-- The application has no right to these anyway; this stops the owner's slip.
create function journal.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The journal is append-only.' using errcode = 'insufficient_privilege';
end $$;

create trigger records_are_never_changed before update or delete or truncate on journal.records
  for each statement execute function journal.refuse_change();
