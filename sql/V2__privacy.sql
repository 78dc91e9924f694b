-- Floor 3, privacy: consent and the audit trail. The keyset and the erasure ledger live outside the database.
create table pv_consent (
  customer_key bigint not null,
  purpose text not null,                -- marketing, personalisation
  granted boolean not null,
  changed_at timestamptz not null,
  source text not null,
  primary key (customer_key, purpose)
);

create sequence pv_audit_seq;
create table pv_audit (
  id bigint primary key default nextval('pv_audit_seq'),
  at timestamptz not null,
  actor text not null,
  action text not null,                 -- login, login-failed, reveal, export, change …
  subject text not null,                -- what it was done to; never clear personal data
  purpose text,
  detail text not null,                 -- JSON, kept to the letter since it is signed
  previous_mac text not null,
  mac text not null                     -- HMAC-SHA-256 over the row and previous_mac: a chain
);
create index pv_audit_at on pv_audit (at);
