-- Background work: what was begun, and how it ended.
create table refresh_run (
  id         {whole}  not null primary key,
  kind       {text}   not null,
  label_zh   {text}   not null,
  label_en   {text}   not null,
  owner      {text}   not null,
  state      {text}   not null,
  started_at {moment} not null,
  ended_at   {moment}
) {strict};

create table refresh_fault (
  run     {whole} not null references refresh_run (id),
  ordinal {whole} not null,
  family  {text}  not null,
  code    {text}  not null,
  place   {text}  not null,
  words   {text}  not null,
  primary key (run, ordinal)
) {strict};

create table refresh_result (
  run    {whole} not null references refresh_run (id),
  name   {text}  not null,
  amount {text}  not null,
  primary key (run, name)
) {strict};
