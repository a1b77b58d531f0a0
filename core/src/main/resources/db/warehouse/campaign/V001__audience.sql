create table campaign.audience (
  campaign varchar,
  customer_id bigint,
  arm varchar,
  address varchar,
  name varchar,
  city varchar,
  level varchar
);
create table campaign.plan (
  campaign varchar,
  planned_at timestamp
);
