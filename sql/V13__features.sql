-- The feature catalogue's rows: one a snapshot and person with any event, as frozen. Columns are
-- the features of insight.prepare.feature.Catalogue (a test holds that they are the same); what
-- each means and how it is computed stands there. Null: not known of this person.
create table pr_feature_row (
  snapshot_id bigint not null references pr_snapshot,
  person bigint not null,
  frequency int,
  orders30 int,
  orders90 int,
  orders365 int,
  monetary bigint,
  sales30 bigint,
  sales90 bigint,
  sales365 bigint,
  average_order_value bigint,
  median_order_value bigint,
  largest_order bigint,
  basket_size double precision,
  lines_per_order double precision,
  products int,
  categories int,
  repeat_product_share double precision,
  top_product_share double precision,
  coupon_order_share double precision,
  returns int,
  returned_amount bigint,
  return_share double precision,
  mean_gap_days double precision,
  median_gap_days double precision,
  gap_variation double precision,
  gap_trend double precision,
  hour_entropy double precision,
  weekday_entropy double precision,
  weekend_share double precision,
  recency_days int,
  tenure_days int,
  first_purchase_month int,
  active_months int,
  order_trend double precision,
  overdue_ratio double precision,
  lifecycle_stage text,
  country text,
  visits int,
  visits30 int,
  last_visit_days double precision,
  bounce_share double precision,
  views int,
  views7 int,
  views30 int,
  views90 int,
  views_per_visit double precision,
  last_view_days double precision,
  mean_dwell_seconds double precision,
  page_views int,
  searches int,
  searches30 int,
  cart_adds int,
  cart_adds30 int,
  cart_removals int,
  checkouts int,
  cart_abandon_share double precision,
  view_to_cart double precision,
  cart_to_order double precision,
  view_to_order double precision,
  reviews int,
  reviews365 int,
  mean_rating double precision,
  low_rating_share double precision,
  shares int,
  follows int,
  coupons_applied int,
  surveys int,
  survey_score double precision,
  feedbacks int,
  feedback_positive_share double precision,
  payments int,
  paid bigint,
  average_payment bigint,
  last_payment_days double precision,
  card_share double precision,
  wallet_share double precision,
  transfer_share double precision,
  voucher_share double precision,
  payments_per_order double precision,
  primary key (snapshot_id, person)
);

-- How a feature's values lay in a snapshot. Deviation, least and most are of numbers only.
create table pr_feature_figure (
  snapshot_id bigint not null references pr_snapshot,
  feature text not null,
  fingerprint text not null,            -- of the SQL that computed it
  n bigint not null,                    -- people
  known bigint not null,                -- people of whom it is known
  mean double precision,
  deviation double precision,
  least double precision,
  most double precision,
  sampled bigint not null,              -- people whom quantiles, bins and drift are from
  quantiles jsonb not null,             -- share → value
  bins jsonb not null,                  -- [{from, to, n}] or, for words, [{word, n}]
  psi double precision,                 -- against the snapshot below; null: nothing to compare with
  before_id bigint,                     -- the snapshot that drift is measured against
  primary key (snapshot_id, feature)
);

-- What people say about a feature. It stays computed, so that old and new snapshots compare; it is
-- not offered to new training runs.
create table pr_feature_deprecated (
  feature text primary key,
  reason text not null,
  since timestamptz not null,
  said_by text not null
);
