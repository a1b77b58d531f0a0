-- Of those who paid in these twelve months: who paid again within 90 days, and after how many hours.
with paid as (
  select customer_id,
         happened_at,
         lead(happened_at) over (partition by customer_id order by happened_at) as again_at
  from event
  where name = 'paid'
    and day >= cast(date_trunc('month', getvariable('today') - 1) - interval 11 month as date)
    and day < getvariable('today')
),
tried as (
  select customer_id,
         max(happened_at) as last_at,
         min({'at': happened_at, 'after': again_at - happened_at})
           filter (where again_at <= happened_at + interval 90 day) as first
  from paid
  group by customer_id
)
select count(*) as customers,
       count(*) filter (where first is null and last_at + interval 90 day >= timezone('UTC', timezone('Asia/Shanghai', getvariable('today')::timestamp))) as open,
       count(first) as again,
       median(epoch(first.after) / 3600.0) as median_hours
from tried;
