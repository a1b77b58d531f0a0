create table identity.assignment (
  source varchar,
  record_key varchar,
  customer_id bigint,
  since timestamp
);
create table identity.alias (
  customer_id bigint,
  now_id bigint,
  since timestamp
)
