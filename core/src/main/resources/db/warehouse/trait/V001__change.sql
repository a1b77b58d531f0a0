create table trait.change (
  position bigint,
  customer_id bigint,
  trait_id varchar,
  before varchar,
  after varchar,
  happened_at timestamp,
  cause varchar
);
create table trait.trait (
  trait_id varchar,
  type varchar,
  label_zh varchar,
  label_en varchar,
  stated_at timestamp,
  retired_at timestamp
);
