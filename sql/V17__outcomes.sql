-- Earlier cut-offs of a training run: what was known of everybody at each, and what came then.
-- They are snapshots of their own, but no page takes them for the newest.
alter table pr_snapshot
  add run_id bigint,                    -- the training run that asked for it; null: it stands for itself
  add ordinal int,                      -- 1 = the latest earlier cut-off of the run
  add outcome_days int;                 -- how many days after the cut-off its outcomes look
create unique index pr_snapshot_origin on pr_snapshot (run_id, ordinal) where run_id is not null;

-- Of everybody who had bought before the cut-off: how many orders came in the days after it.
create table pr_outcome (
  snapshot_id bigint not null references pr_snapshot,
  person bigint not null,
  orders int not null,
  primary key (snapshot_id, person)
);
create index pr_outcome_person on pr_outcome (person);
