-- Floor 5, prepare: how keys become people. No clear value is in any of these tables.

-- What the portal last read of a customer, to know whom to look at again.
create table pr_identity (
  customer_key bigint primary key,
  stamp uuid not null,                  -- of the encrypted profile and country it was read from
  told_at timestamptz not null,         -- when the customer last said who they are
  matched boolean not null default false -- whether others were looked for since
);
create index pr_identity_unmatched on pr_identity (customer_key) where not matched;

-- Keyed hashes of normalised identifiers: equal hashes, equal values.
create table pr_identifier (
  customer_key bigint not null,
  kind text not null check (kind in ('email','phone','user','alias','device','name','block')),
  value_hash uuid not null,             -- 128 bits of HMAC-SHA-256, or pr_alias; block: of a part of name, address, mailbox
  primary key (customer_key, kind, value_hash)
);
create index pr_identifier_value on pr_identifier (value_hash, kind, customer_key);

-- Identifiers that too many people use: nobody is merged through them.
create table pr_shared (
  kind text not null,
  value_hash uuid not null,
  people int not null,
  primary key (kind, value_hash)
);

-- Two keys that may be one person, and what somebody decided about them.
create table pr_pair (
  customer_key bigint not null,
  other_key bigint not null,
  kinds text[] not null,                -- insight.prepare.identity.MatchKind, the equal identifiers
  likeness double precision,            -- 0 to 1, of names and addresses; null: not alike
  score double precision not null,      -- what the list is ordered by
  state text not null default 'open' check (state in ('open','later','rejected')),
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  primary key (customer_key, other_key),
  check (customer_key < other_key)
);
create index pr_pair_other on pr_pair (other_key);
create index pr_pair_open on pr_pair (score desc, customer_key, other_key) where state = 'open';
create index pr_pair_rejected on pr_pair (customer_key) where state = 'rejected';

-- Merges are facts: written once, undone at most once. pr_person follows from those not undone.
create table pr_merge (
  id bigint generated always as identity primary key,
  keys bigint[] not null,               -- the keys that were found to be one person
  survivor bigint not null,             -- the key that should stand for the person
  fields jsonb not null default '{}',   -- field → the key whose value counts; absent: the newest
  evidence text[] not null,             -- MatchKind, or manual
  score double precision,
  merged_by text not null,
  merged_at timestamptz not null,
  undone_by text,
  undone_at timestamptz,
  check (cardinality(keys) >= 2)
);
create index pr_merge_keys on pr_merge using gin (keys);

create function pr_merge_keep() returns trigger language plpgsql as $$
begin
  if (new.id, new.keys, new.evidence, new.merged_by, new.merged_at)
      is distinct from (old.id, old.keys, old.evidence, old.merged_by, old.merged_at)
    or old.undone_at is not null and new.undone_at is distinct from old.undone_at then
    raise exception 'a merge is a fact: it can be undone once, not changed';
  end if;
  return new;
end $$;
create trigger pr_merge_keep before update on pr_merge
  for each row execute function pr_merge_keep();

-- What a match of a kind leads to, where it differs from the preset.
create table pr_match_rule (
  kind text primary key,
  mode text not null check (mode in ('automatic','proposed','off')),
  most int not null check (most between 1 and 1000) -- people who may use one value
);

-- Sources that use the same customer ids; others never match by id.
create table pr_id_space (
  source_id int primary key,
  space text not null
);

-- Tells whether a customer's profile or country was written since.
create function pr_stamp(profile bytea, country text) returns uuid language sql immutable as
$$ select md5(coalesce(profile, '') || convert_to(coalesce(country, ''), 'UTF8'))::uuid $$;

-- A key as the value of an identifier: a former key, a device, a person as the shop knows one.
create function pr_alias(key bigint) returns uuid language sql immutable as
$$ select lpad(to_hex(key), 32, '0')::uuid $$;
