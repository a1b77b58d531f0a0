create table identity.lesson (
  version bigint,
  learnt_at timestamp,
  judged bigint,
  used bigint,
  held_back bigint,
  wrong_alone bigint,
  wrong_taught bigint,
  loss_alone double,
  loss_taught double,
  adopted boolean
)
