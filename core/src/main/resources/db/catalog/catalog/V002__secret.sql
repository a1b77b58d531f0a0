-- Passwords and tokens of connections, sealed with a key that is not kept here. One row each: a new
-- value takes the place of the old one, so that nothing that was replaced can be read any more.
create table catalog_secret (
  owner     {text}   not null,
  name      {text}   not null,
  key_print {text}   not null,
  sealed    {text}   not null,
  set_at    {moment} not null,
  primary key (owner, name)
) {strict};
