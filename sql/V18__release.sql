-- The release of a model version by two people.
alter table tr_model
  add gate jsonb not null default '[]', -- [{rule, key, outcome, measured, limit, n}]: insight.train.GateRow
  add requested_by text,                -- who asked for its release, while it is asked for and after
  add request_reason text,
  add override_reason text,             -- why it may go live although lines of the gate failed
  add approved_by text;

-- Every step a version ever took. What was live on a day is read from it; rows are only added.
create table tr_model_step (
  id bigint generated always as identity primary key,
  model_id bigint not null references tr_model,
  task text not null,
  state text not null check (state in ('candidate','requested','approved','live','retired')),
  at timestamptz not null,
  actor text not null,                  -- a user's name, or portal
  reason text                           -- as the person wrote it
);
create index tr_model_step_task on tr_model_step (task, at desc, id desc);
create index tr_model_step_model on tr_model_step (model_id, id);

-- Versions from before: what is known of their way.
insert into tr_model_step (model_id, task, state, at, actor)
  select id, task, 'candidate', created_at, 'portal' from tr_model order by id;
insert into tr_model_step (model_id, task, state, at, actor)
  select id, task, 'live', live_from, 'portal' from tr_model where live_from is not null order by live_from, id;
insert into tr_model_step (model_id, task, state, at, actor)
  select id, task, 'retired', live_to, 'portal' from tr_model where live_to is not null order by live_to, id;
