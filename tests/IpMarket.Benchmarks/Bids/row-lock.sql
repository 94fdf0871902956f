-- The usual way: a row a bid locks. It does what the house does for a bid: knows a repeat by its command id, checks the
-- step, writes a record of the same columns and size, and moves the auction's head.
create schema baseline;

create table baseline.auctions (
  id integer primary key,
  step bigint not null,
  price bigint not null,
  version bigint not null,
  hash bytea not null
) with (fillfactor = 10);

insert into baseline.auctions select i, 100, 0, 0, sha256('') from generate_series(1, 64) i;

create table baseline.records (
  pos bigint generated always as identity primary key,
  stream text not null,
  version bigint not null,
  type text not null,
  at bigint not null,
  command_id uuid not null,
  n integer not null,
  request_hash bytea not null,
  public text not null,
  secret text,
  salt bytea not null,
  hash bytea not null,
  unique (stream, version),
  unique (stream, command_id, n)
);

create table baseline.plain (like baseline.records including indexes);

create function baseline.place_bid(p_auction integer, p_raise bigint) returns bigint language plpgsql as $$
declare
  head baseline.auctions;
  command uuid := gen_random_uuid();
  name text := 'auction:' || p_auction;
  amount bigint;
  text_public text;
  next_hash bytea;
  stored bigint;
begin
  select * into head from baseline.auctions where id = p_auction for update;
  select version into stored from baseline.records where stream = name and command_id = command and n = 0;
  if found then return stored; end if;
  amount := head.price + p_raise;
  if amount < head.price + head.step then return null; end if;
  text_public := format(
    '{"bidder":%s,"amount":{"fen":%s,"currency":"CNY"},"nextMinimum":{"fen":%s,"currency":"CNY"},"closesAt":"%s"}',
    p_raise % 64, amount, amount + head.step, '2026-12-31T08:00:00.000000Z');
  next_hash := sha256(head.hash || text_public::bytea);
  insert into baseline.records
    (stream, version, type, at, command_id, n, request_hash, public, secret, salt, hash)
  values
    (name, head.version + 1, 'trading.auction.bid-placed/1', (extract(epoch from clock_timestamp()) * 1000000)::bigint,
     command, 0, sha256(uuid_send(command)), text_public,
     '{"actor":{"user":"user:bidder-00000000","party":"party:bidder-00000000"}}', uuid_send(gen_random_uuid()),
     next_hash);
  update baseline.auctions set price = amount, version = version + 1, hash = next_hash where id = p_auction;
  return head.version + 1;
end $$;
