-- Floor 6, train: training runs, model versions, model files.
create table tr_run (
  id bigint primary key,                -- the job's id
  task text not null,
  trainer text not null,
  parameters jsonb not null default '{}',
  seed bigint not null,
  from_at timestamptz,
  cutoff timestamptz,
  snapshot_id bigint,
  metrics jsonb not null default '[]',
  checks jsonb not null default '[]',
  provenance jsonb not null default '{}',
  requested_by text not null,
  created_at timestamptz not null,
  finished_at timestamptz
);

create sequence tr_model_seq;
create table tr_model (
  id bigint primary key default nextval('tr_model_seq'),
  task text not null,
  trainer text not null,
  number int not null,                  -- v1, v2 … within the task
  state text not null check (state in ('candidate','requested','approved','live','retired')),
  run_id bigint not null references tr_run,
  verdict text not null,                -- text key and arguments: why it is live, or is not
  created_at timestamptz not null,
  live_from timestamptz,
  live_to timestamptz,
  unique (task, number)
);
create unique index tr_model_one_live on tr_model (task) where state = 'live';

create table tr_model_file (
  model_id bigint primary key references tr_model,
  format text not null,                 -- e.g. tribuo-protobuf/4.3, insight-item-knn/1
  sha256 text not null,
  content bytea not null
);
