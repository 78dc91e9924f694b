-- Floor 5, prepare: cleaning rules, what they found in each import, and the quality of what is stored.
create sequence pr_rule_seq;
create table pr_rule (
  id int primary key default nextval('pr_rule_seq'),
  source_id int not null,
  field text not null,                  -- a canonical field (unitPrice), or column:NAME of the file
  body jsonb not null,                  -- insight.prepare.cleaning.Rule, written
  blocking boolean not null,            -- a line that fails is kept apart; else it is kept and counted
  active boolean not null,
  version int not null,
  note text not null default '',
  changed_by text not null,
  changed_at timestamptz not null
);
create index pr_rule_source on pr_rule (source_id);

-- Every state a rule was in, the present one included.
create table pr_rule_version (
  rule_id int not null references pr_rule,
  version int not null,
  body jsonb not null,
  blocking boolean not null,
  active boolean not null,
  note text not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (rule_id, version)
);

-- What a rule found in an import; grows with the import's checkpoints, in their transactions.
create table pr_rule_result (
  import_id bigint not null,
  rule_id int not null references pr_rule,
  version int not null,
  source_id int not null,
  checked bigint not null,
  failed bigint not null,
  changed bigint not null,
  samples jsonb not null default '[]',  -- a few values, those that may tell about people masked
  basis jsonb not null default '{}',    -- the stored values it was judged by, frozen at the start
  at timestamptz not null,
  primary key (import_id, rule_id, version)
);
create index pr_rule_result_rule on pr_rule_result (rule_id, import_id desc);

-- Checks of stored data, by day of the event in the source's zone.
create table pr_quality (
  source_id int not null,
  dimension text not null check
    (dimension in ('completeness','uniqueness','validity','freshness','volume','lateness')),
  field text not null default '',
  day date not null,
  checked bigint not null,
  failed bigint not null,
  low double precision,                 -- volume: what was to be expected
  high double precision,
  primary key (source_id, dimension, field, day)
);

-- Up to where a source was looked at.
create table pr_quality_look (
  source_id int primary key,
  import_id bigint not null,            -- newest import that was looked at; 0 for none
  looked_at timestamptz not null,
  rules text not null default ''        -- which rules it was looked at with
);

-- Below this share of sound values a dimension keeps a source from training.
create table pr_quality_gate (
  source_id int not null,
  dimension text not null,
  least double precision not null check (least > 0 and least <= 1),
  set_by text not null,
  set_at timestamptz not null,
  primary key (source_id, dimension)
);

-- Findings that people looked at and live with; they do not count in the score.
create table pr_accepted (
  source_id int not null,
  finding text not null,                -- dimension:field, or rule:id
  note text not null,
  accepted_by text not null,
  accepted_at timestamptz not null,
  primary key (source_id, finding)
);
