-- Orleans' grain storage, in our own words. Orleans reads orleansquery at start and runs these texts by their keys;
-- parameters and columns go by name and type. The unique index counts a missing extension as a value: without it two
-- first writes at once leave two rows, which can never be read again.
create table state.grain_state (
  grain_id_hash integer not null,
  grain_id_n0 bigint not null,
  grain_id_n1 bigint not null,
  grain_type_hash integer not null,
  grain_type_string text collate "C" not null,
  grain_id_extension_string text collate "C",
  service_id text collate "C" not null,
  payload bytea,
  version integer not null
);

create unique index grain_state_identity on state.grain_state
  (grain_id_hash, grain_type_hash, grain_id_n0, grain_id_n1, grain_type_string, grain_id_extension_string, service_id)
  nulls not distinct;

create table state.orleansquery (
  querykey text primary key,
  querytext text not null
);

insert into state.orleansquery (querykey, querytext) values
('ReadFromStorageKey', $q$
select payload as PayloadBinary, version as Version
  from grain_state
 where grain_id_hash = @GrainIdHash and grain_type_hash = @GrainTypeHash
   and grain_id_n0 = @GrainIdN0 and grain_id_n1 = @GrainIdN1
   and grain_type_string = @GrainTypeString
   and grain_id_extension_string is not distinct from @GrainIdExtensionString
   and service_id = @ServiceId
$q$),
('WriteToStorageKey', $q$
with inserted as (
  insert into grain_state (grain_id_hash, grain_id_n0, grain_id_n1, grain_type_hash, grain_type_string,
                           grain_id_extension_string, service_id, payload, version)
  select @GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString,
         @GrainIdExtensionString, @ServiceId, @PayloadBinary, 1
   where @GrainStateVersion is null
  on conflict do nothing
  returning version
), updated as (
  update grain_state set payload = @PayloadBinary, version = version + 1
   where grain_id_hash = @GrainIdHash and grain_type_hash = @GrainTypeHash
     and grain_id_n0 = @GrainIdN0 and grain_id_n1 = @GrainIdN1
     and grain_type_string = @GrainTypeString
     and grain_id_extension_string is not distinct from @GrainIdExtensionString
     and service_id = @ServiceId
     and version = @GrainStateVersion
  returning version
)
select coalesce((select version from inserted), (select version from updated), @GrainStateVersion)
       as NewGrainStateVersion
$q$),
('ClearStorageKey', $q$
with cleared as (
  update grain_state set payload = null, version = version + 1
   where grain_id_hash = @GrainIdHash and grain_type_hash = @GrainTypeHash
     and grain_id_n0 = @GrainIdN0 and grain_id_n1 = @GrainIdN1
     and grain_type_string = @GrainTypeString
     and grain_id_extension_string is not distinct from @GrainIdExtensionString
     and service_id = @ServiceId
     and version = @GrainStateVersion
  returning version
)
select coalesce((select version from cleared), @GrainStateVersion) as NewGrainStateVersion
$q$);
