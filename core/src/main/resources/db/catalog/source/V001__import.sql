-- What each import was asked to bring in, file by file, and how far it came with each.
create table source_import (
  run        {whole}  not null references refresh_run (id),
  ordinal    {whole}  not null,
  source     {text}   not null,
  feed       {text}   not null,
  file_name  {text}   not null,
  upload     {text}   not null,
  state      {text}   not null check (state in ('WAITING', 'LANDED', 'REFUSED')),
  batch      {whole},
  landed     {whole}  not null,
  unreadable {whole}  not null,
  started_at {moment},
  ended_at   {moment},
  primary key (run, ordinal)
) {strict};

create table source_import_fault (
  run     {whole} not null,
  ordinal {whole} not null,
  number  {whole} not null,
  family  {text}  not null,
  code    {text}  not null,
  place   {text}  not null,
  words   {text}  not null,
  primary key (run, ordinal, number),
  foreign key (run, ordinal) references source_import (run, ordinal)
) {strict};
