create table quality.score (
  number bigint,
  measured_at timestamp,
  as_of date,
  source varchar,
  feed varchar,
  field varchar,
  place bigint,
  rows bigint,
  clean bigint,
  given bigint,
  kept bigint,
  refused bigint,
  told bigint,
  repeated bigint,
  ruled bigint,
  broken bigint,
  newest_at timestamp
);
