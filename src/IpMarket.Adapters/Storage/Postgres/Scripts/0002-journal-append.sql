-- Appends what several streams want, each only if its last version is the expected one, in one transaction.
-- Per append: p_streams, p_expected (each stream at most once a call). Per record, in order: p_of (1-based index of its
-- append), p_version, … Answers per append: 0 stored, 1 wrong version, 2 repeated command; and the version before.
-- A record's pos is base + its place in the call, so what was not stored leaves a gap.
--
-- The lock is taken first and kept until the commit is visible, and each statement below has its own snapshot (read
-- committed, asserted): so the versions seen are the last ones, and pos is commit order.
-- The planner settings keep the plans that a large journal needs on a small one too; compilation costs 9 ms a call.
create function journal.journal_append(
  p_streams text[], p_expected bigint[],
  p_of integer[], p_version bigint[], p_type text[], p_at bigint[], p_command_id uuid[], p_n integer[],
  p_request_hash bytea[], p_public text[], p_secret text[], p_salt bytea[], p_hash bytea[],
  out base bigint, out results smallint[], out versions bigint[])
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
set jit = off
set lock_timeout = '2s'
set enable_seqscan = off
set enable_bitmapscan = off
set plan_cache_mode = force_generic_plan
as $$
declare
  violated text;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'journal_append must run in a read committed transaction';
  end if;
  if current_setting('synchronous_commit') not in ('on', 'remote_apply') then
    raise exception 'journal_append must run with synchronous_commit = on';
  end if;
  -- With the unique key this makes versions gapless whoever calls.
  if exists (
    select from unnest(p_of, p_version) as e (of, version)
     group by e.of
    having min(e.version) <> p_expected[e.of] + 1 or max(e.version) <> p_expected[e.of] + count(*)) then
    raise exception 'journal_append: versions must follow the expected one without gap';
  end if;

  perform pg_advisory_xact_lock(hashtextextended('ipmarket.journal', 0));

  select coalesce(max(r.pos), 0) into base from journal.records r;

  select array_agg(coalesce(last.version, 0) order by a.i),
         array_agg((case when coalesce(last.version, 0) = a.expected then 0 else 1 end)::smallint order by a.i)
    into versions, results
    from unnest(p_streams, p_expected) with ordinality as a (stream, expected, i)
    left join lateral (
      select r.version from journal.records r where r.stream = a.stream order by r.version desc limit 1
    ) last on true;

  for attempt in 1..2 loop
    begin
      insert into journal.records
        (pos, stream, version, type, at, command_id, n, request_hash, public, secret, salt, hash)
      select base + e.i, p_streams[e.of], e.version, e.type, e.at, e.command_id, e.n, e.request_hash,
             e.public, e.secret, e.salt, e.hash
        from unnest(p_of, p_version, p_type, p_at, p_command_id, p_n, p_request_hash, p_public, p_secret, p_salt,
                    p_hash) with ordinality
          as e (of, version, type, at, command_id, n, request_hash, public, secret, salt, hash, i)
       where results[e.of] = 0;
      return;
    exception when unique_violation then
      get stacked diagnostics violated = constraint_name;
      if violated <> 'records_stream_command' or attempt = 2 then raise; end if;
    end;

    -- Rare: a command that stands in its stream already. Find all such appends and store the others.
    select array_agg(
             (case when results[a.i] = 0 and exists (
                select from unnest(p_of, p_command_id) as e (of, command_id)
                  join journal.records r on r.stream = a.stream and r.command_id = e.command_id
                 where e.of = a.i) then 2 else results[a.i] end)::smallint order by a.i)
      into results
      from unnest(p_streams) with ordinality as a (stream, i);
  end loop;
end $$;

revoke all on function journal.journal_append from public;
