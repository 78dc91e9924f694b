-- Floor 4, collect: sources being set up, rejected records kept whole, and how they were mended.

-- A source on its way through the wizard: what was chosen so far, and the file it was shown.
create table co_draft (
  id uuid primary key,
  owner text not null,
  settings jsonb not null default '{}',
  file_name text,
  file_path text,                       -- inside the data directory; goes with the draft
  sha256 text,
  bytes bigint,
  created_at timestamptz not null,
  changed_at timestamptz not null
);

-- A record that was not taken, whole, so that it can be mended and tried again. It may name a
-- person who cannot be found by a key: so it is encrypted, and deleted after 30 days.
create table co_reject_record (
  import_id bigint not null,
  line bigint not null,
  record_cipher bytea not null,         -- JSON: columns and values
  kept_at timestamptz not null,
  mended_by bigint,                     -- the import that brought the mended line
  mended_at timestamptz,
  primary key (import_id, line)
);
create index co_reject_record_kept on co_reject_record (kept_at);

-- Which import's rejected lines an import brings, mended.
create table co_mend (
  import_id bigint primary key,
  original_id bigint not null
);
create index co_mend_original on co_mend (original_id);
