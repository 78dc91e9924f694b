-- Floor 4, collect: how a source lives and is connected, and what it may deliver besides events.

alter table co_source add column paused boolean not null default false;
alter table co_source add column content text not null default 'events'
  check (content in ('events','orders','products','customers','rates','series'));
-- Sources of one shop share customers and orders: the key space is that of the shop's first source.
alter table co_source add column shop text;
alter table co_source add column space int;
update co_source set space = id;
alter table co_source alter column space set not null;
alter table co_source add column licence text;           -- under which the data may be used
alter table co_source add column basis text              -- on which legal ground
  check (basis in ('consent','contract','legitimate-interest','legal-duty','public-data'));
alter table co_source add column retention_days int check (retention_days > 0);
alter table co_source add column schedule text;          -- cron of five fields, in the source's zone
alter table co_source add column settings jsonb not null default '{}';  -- of the connection, without secrets
alter table co_source add column secret_cipher bytea;    -- the connection's password

-- How a source's own running stands; apart from co_source, which people change.
create table co_source_run (
  source_id int primary key references co_source,
  next_run timestamptz,
  last_run timestamptz,
  watermark text,                       -- JDBC: the last value of the column that grows
  lag bigint,                           -- Kafka: messages not read yet
  trouble_key text,                     -- why the last run or connection failed
  trouble_arguments jsonb not null default '[]',
  node text,                            -- Kafka: which node reads it, and until when it says so
  node_until timestamptz,
  retained_on date                      -- the day on which what is too old was last deleted
);

-- Kafka: the next offset to read of each partition, moved in the transaction that stores the messages.
create table co_kafka_offset (
  source_id int not null references co_source,
  topic text not null,
  part int not null,
  next_offset bigint not null,
  primary key (source_id, topic, part)
);

-- Kafka: messages that were not taken; the newest of each partition are kept.
create table co_kafka_reject (
  source_id int not null references co_source,
  part int not null,
  message_offset bigint not null,
  value_cipher bytea,
  reason_key text not null,
  reason_arguments jsonb not null default '[]',
  at timestamptz not null,
  primary key (source_id, part, message_offset)
);

-- Orders as a register of a shop tells of them: whose, when, how they stand.
create table co_order (
  space int not null,
  order_no text not null,
  customer_key bigint,
  at timestamptz,
  status text,
  import_id int,
  primary key (space, order_no)
);
create index co_order_customer on co_order (customer_key);

-- Customer numbers that stand for the same person: Olist gives each order a number of its own.
create table co_same_customer (
  customer_key bigint primary key,
  person_key bigint not null,
  import_id int
);
create index co_same_customer_person on co_same_customer (person_key);

-- Exchange rates: how much of the base currency one unit was worth on a day.
create table co_rate (
  currency text not null,
  base text not null,
  day date not null,
  rate numeric(24,12) not null check (rate > 0),
  import_id int,
  primary key (currency, base, day)
);

-- What happened outside the shop: a value of a named series, by day and country.
create table co_series_point (
  source_id int not null,
  series text not null,
  country text not null default '',     -- empty: everywhere
  day date not null,
  value numeric(24,6) not null,
  import_id int,
  primary key (source_id, series, country, day)
);

alter table co_product add column price numeric(16,4);
alter table co_product add column currency text;
alter table co_product add column catalogue boolean not null default false;  -- said by a catalogue, which wins
