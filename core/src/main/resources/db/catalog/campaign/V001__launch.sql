-- A launch is a promise: whose, when, and whether everybody has been entered.
create table campaign_launch (
  campaign    {text}   not null primary key,
  launched_by {text}   not null,
  launched_at {moment} not null,
  entered_at  {moment}
) {strict};
