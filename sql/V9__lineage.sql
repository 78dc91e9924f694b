-- Floor 4, collect: what an import brought can be taken back exactly.

-- Which delivery stored an identity: the import and its line; null for tracking and for what was
-- stored before this version. Four bytes each, so that a row keeps its size.
alter table co_seen add column import_id int;
alter table co_seen add column line int;

-- Deliveries of an event that another import had stored. When that import is undone, the event
-- passes to the first of them.
create table co_also (
  source_id int not null,
  id_hash uuid not null,
  import_id int not null,               -- 0: tracking
  line int not null,
  primary key (source_id, id_hash, import_id)
);
create index co_also_import on co_also (import_id);

-- What a customer's profile was before an import wrote another one.
alter table co_customer add column profile_import int;  -- the import that wrote it; null: tracking
create table co_profile_before (
  customer_key bigint not null,
  import_id int not null,               -- the import that wrote over it
  profile_cipher bytea,
  profile_import int,                   -- the import that had written it
  primary key (customer_key, import_id)
);
create index co_profile_before_import on co_profile_before (import_id);

alter table co_customer add column country_import int;  -- the import that said it first
alter table co_customer add column import_id int;       -- the import that named the customer first
alter table co_product add column import_id int;        -- the import that named it first
alter table co_product add column name_import int;      -- the import that said its name
alter table co_product add column category_import int;

alter table co_import add column reversed_at timestamptz;
alter table co_import add column reversed_by text;
alter table co_import add column reversal_id bigint;    -- the job that undid it

-- Floor 9, monitor: the disk runs full long before anybody looks. Warned at twice the reserve.
insert into mo_alert_rule (id, name, metric, condition, window_duration, for_duration, severity,
  channels, owner, created_at)
values (nextval('mo_seq'), 'Storage nearly full', 'storage.free.mb', '{"below":512}', 'PT5M', 'PT0S', 'critical',
  '[]', 'portal', now());
