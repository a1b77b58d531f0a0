create table source.batch (
  batch bigint,
  source varchar,
  feed varchar,
  file_name varchar,
  file_hash varchar,
  rows bigint,
  landed_at timestamp
);
create table source.heading (
  source varchar,
  feed varchar,
  place bigint,
  name varchar
);
