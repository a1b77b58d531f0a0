-- Who may log in. Without a password a person comes in by one-time links only.
create table access_user (
  id         {text}   not null primary key,
  name       {text}   not null,
  folded     {text}   not null unique,
  password   {text},
  role       {text}   not null,
  language   {text}   not null,
  stamp      {whole}  not null,
  created_at {moment} not null
) {strict};

-- Only the hash of a link's token is kept. A link without a user sets up the first administrator.
create table access_link (
  hash       {text}   not null primary key,
  user_id    {text}   references access_user (id),
  expires_at {moment} not null,
  used_at    {moment}
) {strict};

-- Each row's seal covers the row and the seal before it.
create table access_audit (
  position    {whole}  not null primary key,
  happened_at {moment} not null,
  user_id     {text}   not null,
  act         {text}   not null,
  what        {text}   not null,
  detail      {text}   not null,
  seal        {text}   not null
) {strict};
