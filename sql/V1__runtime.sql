-- Floor 2, runtime: users, tokens, jobs, settings.
create sequence rt_seq start with 50 increment by 50;

create table rt_user (
  id bigint primary key,
  name text not null unique,
  password_hash text not null,          -- Argon2id, PHC string
  roles text not null,                  -- comma separated: operations,manager,admin
  failed_logins int not null default 0,
  locked_until timestamptz,
  must_change boolean not null default false,
  disabled boolean not null default false,
  language text,
  created_at timestamptz not null,
  last_seen timestamptz,
  session_epoch int not null default 0, -- raised to end every session of the user
  version int not null default 0
);

create table rt_token (
  id bigint primary key,
  user_id bigint not null references rt_user,
  name text not null,
  token_hash text not null unique,      -- SHA-256, hex; the token itself is shown once
  scopes text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used timestamptz
);

create sequence rt_job_seq;
create table rt_job (
  id bigint primary key default nextval('rt_job_seq'),
  kind text not null,                   -- import, train …
  title text not null,
  state text not null check (state in ('queued','running','succeeded','failed','cancelled','interrupted')),
  parameters jsonb not null default '{}',
  counts jsonb not null default '{}',
  stage text,                           -- text key of the step under way
  done bigint not null default 0,
  total bigint,                         -- null: not known
  reason text,                          -- words for people: a text key and its arguments, as JSON
  requested_by text not null,
  cancel_requested boolean not null default false,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  heartbeat_at timestamptz,
  node text,
  attempt int not null default 0,
  version int not null default 0
);
create index rt_job_open on rt_job (state, id) where state in ('queued','running');
create index rt_job_recent on rt_job (id desc, kind);

create table rt_setting (
  name text primary key,
  value text not null,
  changed_by text not null,
  changed_at timestamptz not null
);
