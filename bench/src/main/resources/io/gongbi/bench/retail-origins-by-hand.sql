-- What the records of each customer say and where they stand, and the history of each tag.

create table record as
select k.customer_id, k.platform_id, k.country, h.line
from known k
join (
  select platform_id, arg_max(line, (paid_at, line)) as line
  from head
  group by platform_id
) h on h.platform_id = k.platform_id
order by k.customer_id;

create table change as
select customer_id, 'reachable' as tag, cast(null as varchar) as before, 'true' as after from held where reachable
union all
select customer_id, 'repeat_buyer_365', null, 'true' from held where repeat_buyer_365
union all
select customer_id, 'sleeping_90', null, 'true' from held where sleeping_90
union all
select customer_id, 'rfm', null, rfm from held where rfm is not null;
