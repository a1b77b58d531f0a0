-- What a launch could be expected to show, said before anybody knew; a missing detectable: nothing.
create table campaign_foreseen (
  campaign     {text}    not null primary key references campaign_launch (campaign),
  metric       {text}    not null,
  history      {whole}   not null,
  base         {decimal} not null,
  worth        {decimal} not null,
  detectable   {decimal},
  alpha        {decimal} not null,
  chance       {decimal} not null,
  is_knowingly {flag}    not null
) {strict};
