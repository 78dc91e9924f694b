-- Floor 6, train: how a run goes about it, and what it shows besides its figures.
alter table tr_run
  add column design jsonb not null default '{}',      -- insight.train.DesignJson; {} = the usual one
  add column comparisons jsonb not null default '[]', -- paired, with baseline and champion
  add column groups jsonb not null default '[]',      -- how groups of people are treated
  add column diagnostics jsonb not null default '{}', -- insight.learn.measure.Diagnostics
  add column source_snapshot bigint,                  -- learn from this one instead of freezing anew
  add column reproduces bigint references tr_run;     -- makes no model, only shows the same figures
create index tr_run_reproduces on tr_run (reproduces) where reproduces is not null;
