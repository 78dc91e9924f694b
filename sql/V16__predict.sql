-- Scores of the live churn model: one scoring of everybody at a time.
create sequence pd_scoring_seq;
create table pd_scoring (
  id bigint primary key default nextval('pd_scoring_seq'),
  model_id bigint not null,
  snapshot_id bigint not null,
  cutoff timestamptz not null,          -- the snapshot's: what the scores know
  days int not null,                    -- leaving = no order within so many days
  at timestamptz not null,
  people bigint not null
);

create table pd_score (
  scoring_id bigint not null references pd_scoring on delete cascade,
  person bigint not null,
  probability real not null,
  primary key (scoring_id, person)
);
create index pd_score_rank on pd_score (scoring_id, probability desc, person);
create index pd_score_person on pd_score (person);
