-- What we promised to whom: one row for each message, each person held back, each refusal.
-- position grows with every change of a row: who follows the ledger reads what changed since.
create table delivery_entry (
  number       {whole}  not null primary key,
  position     {whole}  not null,
  origin       {text}   not null,
  step         {text}   not null,
  occurrence   {text}   not null,
  customer_id  {whole}  not null,
  arm          {text}   not null,
  channel      {text}   not null,
  batch        {whole}  not null,
  address      {text},
  name         {text},
  body         {text},
  state        {text}   not null check (state in ('HELD_OUT', 'REFUSED', 'CLAIMED', 'SENT', 'DELIVERED', 'FAILED', 'UNCERTAIN')),
  reason       {text},
  entered_at   {moment} not null,
  sent_at      {moment},
  delivered_at {moment},
  unique (origin, step, occurrence, customer_id)
) {strict};

create unique index delivery_entry_by_position on delivery_entry (position);

create index delivery_entry_by_batch on delivery_entry (origin, state, batch);
