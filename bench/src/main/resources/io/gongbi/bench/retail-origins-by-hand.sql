-- Where each value of a customer comes from, and the history of each tag.

create table lineage as
select k.customer_id, f.field, f.value, h.line
from known k
join (
  select platform_id, arg_max(line, (paid_at, line)) as line
  from head
  group by platform_id
) h on h.platform_id = k.platform_id
cross join lateral (
  select 'platform_id' as field, k.platform_id as value
  union all
  select 'country', k.country
) f;

create table change as
select customer_id, 'reachable' as tag, cast(null as varchar) as before, 'true' as after from held where reachable
union all
select customer_id, 'repeat_buyer_365', null, 'true' from held where repeat_buyer_365
union all
select customer_id, 'sleeping_90', null, 'true' from held where sleeping_90
union all
select customer_id, 'rfm', null, rfm from held where rfm is not null;
