-- Orleans' grain storage, in our own words. Orleans reads OrleansQuery at start and runs these texts by their keys;
-- parameters and columns go by name and type. A write first makes sure of a row at version 0; then one update decides
-- whether the caller's version is the row's (0 = none yet) and answers the new version or, unchanged, the caller's.
create table grain_state (
  grain_id_hash integer not null,
  grain_id_n0 integer not null,
  grain_id_n1 integer not null,
  grain_type_hash integer not null,
  grain_type_string text not null,
  grain_id_extension_string text,
  service_id text not null,
  payload blob,
  version integer not null,
  taken integer not null default 0
) strict;

create unique index grain_state_identity on grain_state
  (grain_id_hash, grain_type_hash, grain_id_n0, grain_id_n1, grain_type_string,
   coalesce(grain_id_extension_string, ''), service_id);

create table OrleansQuery (
  QueryKey text not null primary key,
  QueryText text not null
) strict;

insert into OrleansQuery (QueryKey, QueryText) values
('ReadFromStorageKey', '
select payload as PayloadBinary, version as Version
  from grain_state
 where grain_id_hash = @GrainIdHash and grain_type_hash = @GrainTypeHash
   and grain_id_n0 = @GrainIdN0 and grain_id_n1 = @GrainIdN1
   and grain_type_string = @GrainTypeString
   and coalesce(grain_id_extension_string, '''') = coalesce(@GrainIdExtensionString, '''')
   and service_id = @ServiceId
   and version > 0
'),
('WriteToStorageKey', '
insert into grain_state (grain_id_hash, grain_id_n0, grain_id_n1, grain_type_hash, grain_type_string,
                         grain_id_extension_string, service_id, version)
values (@GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString,
        @GrainIdExtensionString, @ServiceId, 0)
on conflict do nothing;
update grain_state
   set taken = version = coalesce(@GrainStateVersion, 0),
       payload = iif(version = coalesce(@GrainStateVersion, 0), @PayloadBinary, payload),
       version = version + (version = coalesce(@GrainStateVersion, 0))
 where grain_id_hash = @GrainIdHash and grain_type_hash = @GrainTypeHash
   and grain_id_n0 = @GrainIdN0 and grain_id_n1 = @GrainIdN1
   and grain_type_string = @GrainTypeString
   and coalesce(grain_id_extension_string, '''') = coalesce(@GrainIdExtensionString, '''')
   and service_id = @ServiceId
returning iif(taken, version, @GrainStateVersion) as NewGrainStateVersion
'),
('ClearStorageKey', '
update grain_state
   set taken = version = @GrainStateVersion,
       payload = iif(version = @GrainStateVersion, null, payload),
       version = version + (version = @GrainStateVersion)
 where grain_id_hash = @GrainIdHash and grain_type_hash = @GrainTypeHash
   and grain_id_n0 = @GrainIdN0 and grain_id_n1 = @GrainIdN1
   and grain_type_string = @GrainTypeString
   and coalesce(grain_id_extension_string, '''') = coalesce(@GrainIdExtensionString, '''')
   and service_id = @ServiceId
   and @GrainStateVersion is not null
returning iif(taken, version, @GrainStateVersion) as NewGrainStateVersion
');
