create table segment.listed (
  segment varchar,
  customer_id bigint
);
