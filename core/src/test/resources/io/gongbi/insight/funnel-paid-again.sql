with reached1 as (
  select e.customer_id,
         e.happened_at as t1,
         e.happened_at + interval 90 day as latest
  from profile.event e
  where e.customer_id is not null
    and e.happened_at >= timestamp '2026-02-28 16:00:00.000000'
    and e.happened_at < timestamp '2026-06-29 16:00:00.000000'
    and e.happened_at < timestamp '2026-03-31 16:00:00.000000'
    and e.name = 'paid'
),
step2 as (
  select m.*,
         lead(m.happened_at) over (
           partition by m.customer_id
           order by m.happened_at nulls last
         ) as later
  from (
    select e.customer_id,
           e.happened_at,
           count(*) filter (where (e.name = 'paid')) as n0
    from profile.event e
    where e.customer_id is not null
    and e.happened_at >= timestamp '2026-02-28 16:00:00.000000'
    and e.happened_at < timestamp '2026-06-29 16:00:00.000000'
      and (e.name = 'paid')
    group by e.customer_id,
             e.happened_at
  ) m
  where m.n0 > 0
),
reached2 as (
  select l.*
  from (
    select l.customer_id,
           l.t1,
           case when r.happened_at > l.t1 then r.happened_at
                when r.n0 > 1 then r.happened_at
                else r.later
           end as t2,
           l.latest
    from reached1 l
    asof join step2 r on r.customer_id = l.customer_id and r.happened_at >= l.t1
  ) l
  where l.t2 <= l.latest
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
  select f.customer_id
  from first2 f
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
