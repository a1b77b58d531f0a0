-- Revenue of the last twelve months beside the month before; the month that runs is compared with
-- as many days of the one before it.
with by_day as (
  select day,
         sum(amount) as value,
         sum(amount) filter (where customer_id is null) as anonymous
  from sale
  where kind = 'sale'
    and day >= date_trunc('month', getvariable('today') - 1) - interval 12 month
    and day < getvariable('today')
  group by day
),
by_month as (
  select date_trunc('month', day) as bucket,
         sum(value) as value,
         sum(value) filter (where day(day) <= day(getvariable('today') - 1)) as as_far,
         sum(anonymous) as anonymous
  from by_day
  group by bucket
)
select cast(bucket as date) as bucket,
       value,
       case when bucket = date_trunc('month', getvariable('today') - 1)
            then lag(as_far) over (order by bucket)
            else lag(value) over (order by bucket) end as previous,
       anonymous
from by_month
qualify bucket > date_trunc('month', getvariable('today') - 1) - interval 12 month
order by bucket;
