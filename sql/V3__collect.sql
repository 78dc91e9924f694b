-- Floor 4, collect: sources, imports, the inbox of customer events.
create sequence co_source_seq;
create table co_source (
  id int primary key,
  name text not null unique,
  kind text not null check (kind in ('csv','excel','jsonl','jdbc','kafka','tracking','portal')),
  preset text,
  mapping jsonb not null default '{}',
  country text,
  time_zone text not null,
  currency text not null,
  write_key_hash text unique,
  owner text not null,
  synthetic boolean not null default false,
  created_at timestamptz not null,
  version int not null default 0
);

-- What people say on the portal's own pages comes in as one more source. XXX: no currency.
insert into co_source (id, name, kind, time_zone, currency, owner, created_at)
values (nextval('co_source_seq'), 'Portal feedback', 'portal', 'UTC', 'XXX', 'portal', now());

-- What the tracking endpoints took, counted by day (UTC). Slots spread writers over several rows.
create table co_tracked (
  source_id int not null references co_source,
  day date not null,
  slot smallint not null,
  accepted bigint not null,
  duplicates bigint not null,
  rejected bigint not null,
  dropped bigint not null,
  masked bigint not null,
  primary key (source_id, day, slot)
);

create table co_import (
  job_id bigint primary key,
  source_id int not null references co_source,
  file_name text not null,
  file_path text,                       -- inside the data directory; null once the file was read to its end
  sha256 text not null,
  bytes bigint not null,
  encoding text,
  checkpoint_line bigint not null default 0,
  lines_read bigint not null default 0,
  accepted bigint not null default 0,
  duplicates bigint not null default 0,
  rejected bigint not null default 0,
  dropped bigint not null default 0,
  masked bigint not null default 0,
  identical bigint not null default 0,  -- lines equal to an earlier line of the same file; kept
  classes jsonb not null default '{}',  -- class → {lines, amountMinor}
  first_event timestamptz,
  last_event timestamptz,
  requested_by text not null,
  created_at timestamptz not null,
  finished_at timestamptz
);
create index co_import_source on co_import (source_id, job_id desc);

create table co_reject (
  import_id bigint not null references co_import,
  line bigint not null,
  column_name text not null,
  value_cipher bytea,                   -- the rejected value, encrypted
  reason_key text not null,
  reason_arguments jsonb not null default '[]',
  primary key (import_id, line, column_name)
);

-- Idempotence. PostgreSQL allows no unique key without the partition column on co_event,
-- so an event's identity is inserted here first, in the same transaction.
create table co_seen (
  source_id int not null,
  id_hash uuid not null,                -- 128 bits of SHA-256 over the event's own id, or its fields and ordinal
  primary key (source_id, id_hash)
) with (fillfactor = 90);

create table co_customer (
  customer_key bigint primary key,      -- 63 bits of HMAC-SHA-256(key, source | shop's id)
  source_id int not null,
  id_cipher bytea not null,             -- the shop's own id
  profile_cipher bytea,                 -- JSON: name, email, phone
  country text,
  first_seen timestamptz not null
);

create table co_product (
  source_id int not null,
  product text not null,
  name text,
  category text,
  image_url text,
  first_seen timestamptz not null,
  primary key (source_id, product)
);

create sequence co_event_seq cache 1000;
create table co_event (
  event_id bigint not null default nextval('co_event_seq'),
  occurred_at timestamptz not null,     -- event time, UTC
  received_at timestamptz not null,     -- receive time
  source_id int not null,
  import_id bigint,                     -- lineage: job and line; null for tracking
  line bigint,
  kind smallint not null,               -- insight.collect.EventKind
  class smallint not null default 0,    -- insight.collect.SaleClass; 0 for what is no order line
  customer_key bigint,                  -- null: anonymous
  session text,
  product text,
  category text,
  order_no text,
  quantity numeric(14,3),
  unit_price numeric(16,4),
  amount_minor bigint,                  -- signed, smallest unit of currency
  currency text,
  country text,
  rating smallint,
  dwell_seconds int,
  method text,
  language text,
  text_cipher bytea,                    -- free text, encrypted
  properties jsonb
) partition by range (occurred_at);
create index co_event_customer on co_event (customer_key, occurred_at) where customer_key is not null;
-- For cancellations: the lines of an order, and whether an order was cancelled.
create index co_event_order on co_event (order_no) where class = 1;
create index co_event_cancelled on co_event (source_id, order_no) where kind = 8;
create index co_event_import on co_event using brin (import_id) with (pages_per_range = 32);

-- Makes the partition of the month of a day, unless it is there. Attached, not created in place,
-- so that readers and writers of other months go on.
create function co_ensure_month(day date) returns void language plpgsql as $$
declare
  first_day date := date_trunc('month', day)::date;
  name text := 'co_event_' || to_char(first_day, 'YYYY_MM');
begin
  if to_regclass(name) is not null then return; end if;
  perform pg_advisory_xact_lock(hashtext('co_event_partition'));
  -- asked of the table itself: to_regclass may still answer from before the lock
  if exists (select from pg_class where relname = name and relispartition) then return; end if;
  execute format('create table %I (like co_event including defaults including constraints)', name);
  execute format('alter table co_event attach partition %I for values from (%L) to (%L)', name,
    first_day::text || ' 00:00:00+00', (first_day + interval '1 month')::date::text || ' 00:00:00+00');
end $$;
