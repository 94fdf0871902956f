-- The journal: the one append-only table. at = microseconds since 1970-01-01 UTC; command_id = 16 bytes big-endian;
-- public and secret are JSON kept as the very text that was hashed.
create table records (
  pos integer primary key,
  stream text not null,
  version integer not null check (version > 0),
  type text not null,
  at integer not null,
  command_id blob not null check (length(command_id) = 16),
  n integer not null check (n >= 0),
  request_hash blob not null,
  public text not null,
  secret text,
  salt blob not null check (length(salt) = 16),
  hash blob not null check (length(hash) = 32),
  unique (stream, version),
  unique (stream, command_id, n)
) strict;

create trigger records_are_never_updated before update on records
begin select raise(abort, 'The journal is append-only.'); end;

create trigger records_are_never_deleted before delete on records
begin select raise(abort, 'The journal is append-only.'); end;

-- 'insert or replace' would delete without firing the trigger above; so an insert may only continue.
create trigger records_only_continue before insert on records
when new.pos <= (select max(pos) from records)
  or new.version <> 1 + coalesce((select max(version) from records where stream = new.stream), 0)
  or exists (select 1 from records where stream = new.stream and command_id = new.command_id and n = new.n)
begin select raise(abort, 'The journal is append-only.'); end;
