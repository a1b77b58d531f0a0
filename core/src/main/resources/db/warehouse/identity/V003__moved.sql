create table identity.moved (
  source varchar,
  record_key varchar,
  was bigint,
  becomes bigint,
  since timestamp
)
