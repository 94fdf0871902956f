-- The market's signing keys, the private part wrapped by the protection keys. The last number is in use.
create table signing_keys (
  number integer not null primary key,
  point text not null,
  wrapped_key blob not null,
  from_at integer not null,
  until_at integer
) strict;
