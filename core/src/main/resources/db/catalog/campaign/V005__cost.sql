-- What people said of the cost of a campaign after it was sent; the last of it counts.
create table campaign_cost (
  campaign    {text}    not null,
  number      {whole}   not null,
  per_message {decimal},
  other       {decimal} not null,
  note        {text}    not null,
  stated_by   {text}    not null,
  stated_at   {moment}  not null,
  primary key (campaign, number)
) {strict};
