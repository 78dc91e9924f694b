-- Who may be the same: a device (an anonymous id) and the customer who used it, a former id and the
-- present one. Keys only; collect says what a shop said, prepare decides who is who.
create table co_link (
  source_id int not null references co_source,
  from_key bigint not null,             -- key of the anonymous visitor, or of the former id
  to_key bigint not null,               -- key of the customer
  how text not null check (how in ('device', 'alias')),
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  primary key (from_key, to_key)
);
create index co_link_to on co_link (to_key);

-- Web origins that may send to a source from a browser, beside the portal's own.
create table co_origin (
  source_id int not null references co_source on delete cascade,
  origin text not null,                 -- scheme://host[:port], lower case
  primary key (source_id, origin)
);

-- Of the accepted: events that came more than a day after they happened.
alter table co_tracked add column late bigint not null default 0;
