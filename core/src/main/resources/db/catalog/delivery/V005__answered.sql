-- When the customer answered this message that they want no more. The wish itself holds by address and may
-- have been known before, from another message or by telephone; that this message was answered is its own fact.
alter table delivery_entry add column opted_out_at {moment};

update delivery_entry
set opted_out_at = (
  select min(o.added_at)
  from delivery_opt_out o
  where o.way = 'REPLY'
    and o.reason = delivery_entry.origin || ' m' || delivery_entry.number)
where state = 'DELIVERED';
