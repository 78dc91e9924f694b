-- Groups of customers by rules that people write.
create sequence sg_rule_seq;
create table sg_rule (
  id bigint primary key default nextval('sg_rule_seq'),
  name text not null,
  goal text not null,                   -- what the shop wants of the group: insight.segment.rule.Aim
  owner text not null,                  -- a user's name
  archived boolean not null default false,
  created_at timestamptz not null,
  created_by text not null
);
create unique index sg_rule_name on sg_rule (lower(name)) where not archived;

-- Every definition it ever had; rows are only added.
create table sg_rule_version (
  rule_id bigint not null references sg_rule,
  version int not null,
  definition jsonb not null,            -- what insight.segment.rule.RuleReader reads
  at timestamptz not null,
  author text not null,
  primary key (rule_id, version)
);

-- Who belonged to it, each time it was counted: one row per snapshot and version.
create sequence sg_rule_run_seq;
create table sg_rule_run (
  id bigint primary key default nextval('sg_rule_run_seq'),
  rule_id bigint not null,
  version int not null,
  snapshot_id bigint not null,
  cutoff timestamptz not null,          -- the snapshot's: what the group knows
  currency text,                        -- of its amounts
  at timestamptz not null,
  size bigint not null,
  base bigint not null,                 -- all people of the snapshot
  revenue_minor bigint not null,        -- their sales
  base_revenue_minor bigint not null,
  foreign key (rule_id, version) references sg_rule_version,
  unique (rule_id, version, snapshot_id)
);
create index sg_rule_run_rule on sg_rule_run (rule_id, id desc);

create table sg_rule_member (
  run_id bigint not null references sg_rule_run on delete cascade,
  person bigint not null,
  primary key (run_id, person)
);
create index sg_rule_member_person on sg_rule_member (person);
