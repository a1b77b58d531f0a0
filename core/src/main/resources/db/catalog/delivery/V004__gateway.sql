-- Under which id a provider took a message, and will speak of it later.
alter table delivery_entry add column message_id {text};

-- 1: claimed, and known never to have left, so that it may be handed over again.
alter table delivery_entry add column again {whole} not null default 0;

create index delivery_entry_by_message_id on delivery_entry (channel, message_id) where message_id is not null;

create index delivery_entry_by_address on delivery_entry (address, channel) where address is not null;

create index delivery_entry_by_day on delivery_entry (channel, entered_at);

-- Messages that somebody sent to themselves to try a channel: of no customer, and of no campaign.
create table delivery_trial (
  number      {whole}  not null primary key,
  channel     {text}   not null,
  address     {text}   not null,
  body        {text}   not null,
  parts       {whole}  not null,
  state       {text}   not null check (state in ('CLAIMED', 'SENT', 'DELIVERED', 'FAILED', 'UNCERTAIN')),
  reason      {text},
  message_id  {text},
  sent_by     {text}   not null,
  entered_at  {moment} not null,
  happened_at {moment}
) {strict};

create index delivery_trial_by_channel on delivery_trial (channel, number);

-- What providers told us by themselves, counted by day: what changed an entry, what was known
-- already, what spoke of no message of ours, and what could not be read.
create table delivery_callback (
  channel    {text}  not null,
  day        {day}   not null,
  changed    {whole} not null,
  known      {whole} not null,
  unknown    {whole} not null,
  unreadable {whole} not null,
  opted_out  {whole} not null,
  primary key (channel, day)
) {strict};
