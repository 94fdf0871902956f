-- Keys of digests that must be the same for the life of the store, wrapped by the protection keys.
create table digest_keys (
  name text not null primary key,
  wrapped_key blob not null
) strict;
