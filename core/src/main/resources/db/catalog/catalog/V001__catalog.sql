-- What follows changes is appended here, and read by position from wherever a reader stands.
create table catalog_log (
  position    {whole}  not null primary key,
  log         {text}   not null,
  body        {json}   not null,
  happened_at {moment} not null
) {strict};

create index catalog_log_by_log on catalog_log (log, position);

-- How far the catalog's own readers of other feeds are, committed with what they did here.
create table catalog_mark (
  reader    {text}   not null primary key,
  position  {whole}  not null,
  marked_at {moment} not null
) {strict};

-- Every version of every definition; the highest version is the one that holds.
create table catalog_definition (
  kind       {text}   not null,
  key        {text}   not null,
  version    {whole}  not null,
  label_zh   {text}   not null,
  label_en   {text}   not null,
  owner      {text}   not null,
  status     {text}   not null check (status in ('DRAFT', 'APPROVED', 'PUBLISHED', 'RETIRED')),
  is_deleted {flag}   not null,
  changed_at {moment} not null,
  form       {whole}  not null,
  body       {json}   not null,
  primary key (kind, key, version)
) {strict};

-- Which definition uses which, as of its newest version.
create table catalog_reference (
  kind      {text} not null,
  key       {text} not null,
  used_kind {text} not null,
  used_key  {text} not null,
  primary key (kind, key, used_kind, used_key)
) {strict};

create index catalog_reference_by_used on catalog_reference (used_kind, used_key);
