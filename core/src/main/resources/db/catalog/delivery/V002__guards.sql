-- Who asked not to be written to, by address: it holds for whoever has the address, now or later.
-- A row is lifted, never deleted: both the wish and its end can be shown afterwards.
create table delivery_opt_out (
  number        {whole}  not null primary key,
  address       {text}   not null,
  way           {text}   not null check (way in ('HAND', 'REPLY')),
  reason        {text}   not null,
  added_at      {moment} not null,
  added_by      {text}   not null,
  lifted_at     {moment},
  lifted_by     {text},
  lifted_reason {text}
) {strict};

create unique index delivery_opt_out_in_force on delivery_opt_out (address) where lifted_at is null;

-- What somebody got lately, for the frequency cap.
create index delivery_entry_by_customer on delivery_entry (customer_id, entered_at);
