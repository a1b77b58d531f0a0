with reached1 as (
  select e.customer_id,
         e.happened_at as t1,
         e.happened_at + interval 7 day as latest
  from profile.event e
  where e.customer_id is not null
    and e.happened_at >= timestamp '2026-02-28 16:00:00.000000'
    and e.happened_at < timestamp '2026-04-07 16:00:00.000000'
    and e.happened_at < timestamp '2026-03-31 16:00:00.000000'
    and e.name = 'view'
),
step2 as (
  select e.customer_id,
         e.happened_at
  from profile.event e
  where e.customer_id is not null
    and e.happened_at >= timestamp '2026-02-28 16:00:00.000000'
    and e.happened_at < timestamp '2026-04-07 16:00:00.000000'
    and e.name = 'cart'
),
reached2 as (
  select l.customer_id,
         l.t1,
         r.happened_at as t2,
         l.latest
  from reached1 l
  asof join step2 r on r.customer_id = l.customer_id and r.happened_at >= l.t1
  where r.happened_at <= l.latest
),
step3 as (
  select e.customer_id,
         e.happened_at
  from profile.event e
  where e.customer_id is not null
    and e.happened_at >= timestamp '2026-02-28 16:00:00.000000'
    and e.happened_at < timestamp '2026-04-07 16:00:00.000000'
    and e.name = 'buy'
),
reached3 as (
  select l.customer_id,
         l.t1,
         l.t2,
         r.happened_at as t3,
         l.latest
  from reached2 l
  asof join step3 r on r.customer_id = l.customer_id and r.happened_at >= l.t2
  where r.happened_at <= l.latest
),
first1 as (
  select l.customer_id,
         cast(null as double) as hours
  from reached1 l
  group by l.customer_id
),
first2 as (
  select l.customer_id,
         min_by(gb_hours(l.t1, l.t2), l.t1) as hours
  from reached2 l
  group by l.customer_id
),
first3 as (
  select l.customer_id,
         min_by(gb_hours(l.t2, l.t3), l.t1) as hours
  from reached3 l
  group by l.customer_id
),
first4 as (
  select f.customer_id
  from first3 f
),
still as (
  select distinct l.customer_id
  from reached1 l
  where l.latest >= timestamp '2026-12-31 16:00:00.000000'
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
  union all
  select 3 as step,
         '第3步' as label,
         'Step 3' as label_en,
         count(*) as customers,
         count(s.customer_id) as open,
         median(f.hours) as median_hours
  from first3 f
  left join first4 n on n.customer_id = f.customer_id
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
