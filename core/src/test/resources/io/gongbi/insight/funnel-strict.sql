with moment as (
  select e.customer_id,
         e.happened_at,
         row_number() over w as place,
         lead(e.happened_at) over w is null as is_last,
         count(*) filter (where (e.name = 'view')) as n0,
         count(*) filter (where (e.name = 'buy')) as n1
  from profile.event e
  where e.customer_id is not null
    and e.happened_at >= timestamp '2026-02-28 16:00:00.000000'
    and e.happened_at < timestamp '2026-04-07 16:00:00.000000'
  group by e.customer_id,
           e.happened_at
  window w as (partition by e.customer_id order by e.happened_at nulls last)
),
reached1 as (
  select r.customer_id,
         r.happened_at as t1,
         r.happened_at + interval 7 day as latest,
         r.place,
         r.is_last
  from moment r
  where r.happened_at < timestamp '2026-03-31 16:00:00.000000'
    and r.n0 > 0
),
reached2 as (
  select l.customer_id,
         l.t1,
         r.happened_at as t2,
         l.latest,
         r.place,
         r.is_last
  from reached1 l
  join moment r on r.customer_id = l.customer_id
               and r.place = l.place
  where r.happened_at <= l.latest
    and r.n1 > 0
  union all
  select l.customer_id,
         l.t1,
         r.happened_at as t2,
         l.latest,
         r.place,
         r.is_last
  from reached1 l
  join moment r on r.customer_id = l.customer_id
               and r.place = l.place + 1
  where r.happened_at <= l.latest
    and r.n1 > 0
),
first1 as (
  select l.customer_id,
         cast(null as double) as hours
  from reached1 l
  group by l.customer_id
),
first2 as (
  select l.customer_id,
         gb_hours(l.t1, l.t2) as hours
  from reached2 l
  qualify row_number() over (
    partition by l.customer_id
    order by l.t1 nulls last,
             l.t2 nulls last,
             l.t1 nulls last
  ) = 1
),
first3 as (
  select f.customer_id
  from first2 f
),
still as (
  select l.customer_id
  from reached1 l
  where l.latest >= timestamp '2026-12-31 16:00:00.000000'
    and l.is_last
),
counted as (
  select 1 as step,
         '第1步' as label,
         'Step 1' as label_en,
         count(*) as customers,
         count(s.customer_id) as open,
         median(f.hours) as median_hours
  from first1 f
  left join first2 n on n.customer_id = f.customer_id
  left join still s on s.customer_id = f.customer_id
                   and n.customer_id is null
  union all
  select 2 as step,
         '第2步' as label,
         'Step 2' as label_en,
         count(*) as customers,
         count(s.customer_id) as open,
         median(f.hours) as median_hours
  from first2 f
  left join first3 n on n.customer_id = f.customer_id
  left join still s on s.customer_id = f.customer_id
                   and n.customer_id is null
)
select c.step,
       c.label,
       c.label_en,
       c.customers,
       cast(c.customers as double) / nullif(c.before, 0) as from_previous,
       cast(c.customers as double) / nullif(c.started, 0) as from_first,
       c.open,
       c.median_hours
from (
  select n.*,
         lag(n.customers) over (order by n.step nulls last) as before,
         first_value(n.customers) over (order by n.step nulls last) as started
  from counted n
) c
order by c.step nulls last
