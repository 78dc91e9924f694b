-- Floor 5, prepare: who is who, frozen snapshots.
create table pr_person (
  customer_key bigint primary key,      -- the key an event came with
  person bigint not null                -- the key that stands for the human; itself a customer_key
);
create index pr_person_person on pr_person (person);

create table pr_snapshot (
  id bigint primary key,                -- the id of the job that froze it
  kind text not null check (kind in ('customer-features','interactions','series')),
  from_at timestamptz,                  -- nothing before; null = from the beginning
  cutoff timestamptz not null,          -- nothing at or after this instant is in it
  rows bigint not null,
  hash text not null,                   -- SHA-256 over the ordered rows
  definition text not null,             -- version of the SQL that made it
  currency text,                        -- of all its amounts: that of most sale lines
  left_out bigint not null default 0,   -- sale and return lines in other currencies, not in it
  erased bigint not null default 0,     -- rows taken out since because a person was forgotten
  created_at timestamptz not null,
  created_by text not null
);

create table pr_customer_features (
  snapshot_id bigint not null references pr_snapshot,
  person bigint not null,
  recency_days int not null,            -- whole days from last sale to cut-off
  frequency int not null,               -- orders with at least one sale line
  monetary_minor bigint not null,       -- sales
  tenure_days int not null,             -- days from first sale to cut-off
  basket_size double precision not null,-- mean sale quantity an order
  products int not null,                -- different products bought
  categories int not null,              -- different categories bought; 0 where the shop has none
  return_share double precision not null, -- returned amount / sales, 0…
  views int not null,
  country text,
  primary key (snapshot_id, person)
);

create table pr_interaction (
  snapshot_id bigint not null references pr_snapshot,
  person bigint not null,
  product text not null,
  first_at timestamptz not null,        -- first purchase of this product by this person
  purchases int not null,               -- orders that hold it
  primary key (snapshot_id, person, product)
);
