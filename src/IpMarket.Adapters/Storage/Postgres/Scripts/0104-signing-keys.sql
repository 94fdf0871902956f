-- The market's signing keys, the private part wrapped by the protection keys. The last number is in use.
create table state.signing_keys (
  number integer primary key,
  point text collate "C" not null,
  wrapped_key bytea not null,
  from_at bigint not null,
  until_at bigint
);
