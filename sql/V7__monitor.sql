-- Floor 9, monitor: targets, alert rules, alerts.
create table mo_target (
  kpi text primary key,
  per_day numeric(18,4),                -- for sums: a target a day, scaled to the period
  value numeric(18,4),                  -- for means and shares: the target itself
  set_by text not null,
  set_at timestamptz not null
);

create sequence mo_seq start with 50 increment by 50;
create table mo_alert_rule (
  id bigint primary key,
  name text not null,
  metric text not null,
  condition jsonb not null,             -- {"above":n} | {"below":n} | {"anomaly":true}
  window_duration text not null,        -- ISO 8601
  for_duration text not null,
  severity text not null check (severity in ('info','warning','critical')),
  channels jsonb not null default '[]',
  owner text not null,
  created_at timestamptz not null,
  breached_since timestamptz,           -- condition has held since; fires once it held for_duration
  version int not null default 0
);

create table mo_alert (
  id bigint primary key,
  rule_id bigint not null references mo_alert_rule on delete cascade,
  state text not null check (state in ('firing','acknowledged','silenced','resolved')),
  value double precision,
  expected text not null,
  raised_at timestamptz not null,
  changed_at timestamptz not null,
  acknowledged_by text,
  resolved_at timestamptz,
  version int not null default 0
);
create unique index mo_alert_open on mo_alert (rule_id) where state <> 'resolved';
create table mo_alert_history (
  id bigint primary key,
  alert_id bigint not null references mo_alert on delete cascade,
  at timestamptz not null,
  actor text not null,
  state text not null,
  note text
);
create index mo_alert_history_alert on mo_alert_history (alert_id, id);
