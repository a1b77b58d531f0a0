with number as (
  select p.customer_id,
         gb_days(p.before, p.day) as number
  from (
    select d.customer_id,
           d.day,
           lag(d.day) over (partition by d.customer_id order by d.day nulls last) as before
    from (
      select distinct o.customer_id, o.day
      from profile."order" o
  where o.customer_id is not null
    and o.happened_at < timestamp '2026-12-31 16:00:00.000000'
    and o.kind = 'sale'
  
    ) d
  ) p
  where p.before is not null
),
bin as (
  select cast(r.since as double) as since,
         cast(r.until as double) as until
  from (
    values
      (1, 2),
      (2, 3),
      (3, 4),
      (4, 5),
      (5, 6),
      (6, 7),
      (7, 8),
      (8, 9),
      (9, 10),
      (10, cast(null as decimal(18, 4)))
  ) r (since, until)
)
select b.since,
       b.until,
       count(n.number) as count,
       count(distinct n.customer_id) as customers,
       cast(count(n.number) as double) / nullif(sum(count(n.number)) over (), 0) as share
from bin b
left join number n on n.number >= b.since
                  and (b.until is null or n.number < b.until)
group by b.since,
         b.until
order by b.since nulls last
