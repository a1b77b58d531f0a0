create table refresh.step (
  name varchar,
  version bigint,
  as_of date
);
create table refresh.finished (
  run bigint,
  finished_at timestamp
);
