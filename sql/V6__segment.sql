-- Floor 7, segment: groups of customers.
create table sg_segmentation (
  id bigint primary key,                -- the training run's id
  model_id bigint not null,
  snapshot_id bigint not null,
  cutoff timestamptz not null,          -- the snapshot's: what the groups know
  currency text,                        -- of all amounts of its segments
  method jsonb not null,                -- how they were found and how sound that is: insight.segment.Method
  live boolean not null default false,
  created_at timestamptz not null
);
create unique index sg_one_live on sg_segmentation (live) where live;

create sequence sg_segment_seq;
create table sg_segment (
  id bigint primary key default nextval('sg_segment_seq'),
  segmentation_id bigint not null references sg_segmentation,
  cluster int not null,
  label text not null,                  -- the automatic name: insight.segment.SegmentLabel
  ordinal int not null default 1,       -- tells groups of the same label apart: Regular, Regular II
  name text,                            -- a name given by a person; null = the automatic one
  size bigint not null,
  customer_share double precision not null,
  revenue_minor bigint not null,
  revenue_share double precision not null,
  profile jsonb not null,               -- feature → {median, q1, q3, base, low, high, smd}
  unique (segmentation_id, cluster),
  unique (segmentation_id, label, ordinal)
);

create table sg_member (
  segmentation_id bigint not null references sg_segmentation,
  person bigint not null,
  segment_id bigint not null references sg_segment,
  primary key (segmentation_id, person)
);
create index sg_member_segment on sg_member (segment_id, person);

create table sg_note (
  id bigint generated always as identity primary key,
  person bigint not null,
  at timestamptz not null,
  author text not null,
  text_cipher bytea not null
);
create index sg_note_person on sg_note (person, at desc);
