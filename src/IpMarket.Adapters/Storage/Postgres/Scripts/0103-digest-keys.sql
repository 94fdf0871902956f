-- Keys of digests that must be the same for the life of the store, wrapped by the protection keys.
create table state.digest_keys (
  name text collate "C" primary key,
  wrapped_key bytea not null
);
