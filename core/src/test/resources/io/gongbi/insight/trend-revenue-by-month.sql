with bucket as (
  select r.bucket,
         r.until,
         r.open,
         r.base_from,
         r.base_until,
         r.base_end
  from (
    values
      (date '2026-03-01', date '2026-04-01', false, date '2026-02-01', date '2026-03-01', timestamp '2026-02-28 16:00:00.000000'),
      (date '2026-04-01', date '2026-05-01', false, date '2026-03-01', date '2026-04-01', timestamp '2026-03-31 16:00:00.000000')
  ) r (bucket, until, open, base_from, base_until, base_end)
),
now_days as (
  select d.day,
         b.bucket,
         timestamp '2026-12-31 16:00:00.000000' as ends
  from (
    select distinct o.day
    from profile."order" o
    where o.day >= date '2026-03-01'
      and o.day < date '2026-05-01'
  ) d
  join bucket b on d.day >= b.bucket
               and d.day < b.until
),
now_by_bucket as (
  select d.bucket,
         coalesce(sum(o.amount) filter (where o.kind = 'sale'), 0) as value,
         coalesce(sum(o.amount) filter (where (o.kind = 'sale' and (o.customer_id is null))), 0) as anonymous
  from now_days d
  join profile."order" o on o.day = d.day
  where o.day >= date '2026-03-01'
    and o.day < date '2026-05-01'
    and o.happened_at < d.ends
  group by d.bucket
),
before_days as (
  select d.day,
         b.bucket,
         b.base_end as ends
  from (
    select distinct o.day
    from profile."order" o
    where o.day >= date '2026-02-01'
      and o.day < date '2026-04-01'
  ) d
  join bucket b on d.day >= b.base_from
               and d.day < b.base_until
),
before_by_bucket as (
  select d.bucket,
         coalesce(sum(o.amount) filter (where o.kind = 'sale'), 0) as value
  from before_days d
  join profile."order" o on o.day = d.day
  where o.day >= date '2026-02-01'
    and o.day < date '2026-04-01'
    and o.happened_at < d.ends
  group by d.bucket
)
select b.bucket,
       coalesce(n.value, 0) as value,
       case when b.base_from is not null then coalesce(p.value, 0) end as previous,
       case when p.value > 0
            then cast(coalesce(n.value, 0) - p.value as double) / cast(p.value as double)
       end as change,
       b.open,
       coalesce(n.anonymous, 0) as anonymous
from bucket b
left join now_by_bucket n on n.bucket = b.bucket
left join before_by_bucket p on p.bucket = b.bucket
order by b.bucket nulls last
