create table identity.rate (
  version bigint,
  learnt_at timestamp,
  records bigint,
  pairs bigint,
  comparison varchar,
  level bigint,
  one_person double,
  alike double,
  strangers double
)
