with bucket as (
  select r.bucket,
         r.until,
         r.open,
         r.base_from,
         r.base_until,
         r.base_end
  from (
    values
      (date '2026-03-01', date '2026-04-01', false, date '2026-02-01', date '2026-03-01', timestamp '2026-02-28 16:00:00.000000')
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
      and o.day < date '2026-04-01'
  ) d
  join bucket b on d.day >= b.bucket
               and d.day < b.until
),
now_act as (
  select d.bucket,
         o.customer_id,
         o.day,
         o.kind,
         o.amount,
         o.items,
         o.source,
         o.order_key,
         cast(c.city as varchar) as part
  from now_days d
  join profile."order" o on o.day = d.day
  left join profile.customer c on c.customer_id = o.customer_id
  where o.day >= date '2026-03-01'
    and o.day < date '2026-04-01'
    and o.happened_at < d.ends
),
part as (
  select a.part,
         row_number() over (
           order by count(distinct a.customer_id) filter (where a.kind = 'sale') desc nulls last,
                    a.part nulls last
         ) as place
  from now_act a
  where a.part is not null
  group by a.part
  order by place nulls last
  limit 7
),
now_row as (
  select r.*,
         coalesce(
           r.day > min(case when r.kind = 'sale' then r.day end) over (
             partition by r.bucket, r.shown, r.rest,
                          r.customer_id
           ),
           false
         ) as again
  from (
    select a.*,
           case when t.part is not null then a.part end as shown,
           a.part is not null and t.part is null as rest
    from now_act a
    left join part t on t.part = a.part
  ) r
),
now_by_bucket as (
  select o.bucket,
         o.shown as part,
         o.rest,
         cast(count(distinct o.customer_id) filter (where o.kind = 'sale' and o.again) as double) / nullif(count(distinct o.customer_id) filter (where o.kind = 'sale'), 0) as value,
         0 as anonymous,
         count(distinct o.customer_id) filter (where o.kind = 'sale') as base
  from now_row o
  group by o.bucket,
           o.shown,
           o.rest
),
before_days as (
  select d.day,
         b.bucket,
         b.base_end as ends
  from (
    select distinct o.day
    from profile."order" o
    where o.day >= date '2026-02-01'
      and o.day < date '2026-03-01'
  ) d
  join bucket b on d.day >= b.base_from
               and d.day < b.base_until
),
before_act as (
  select d.bucket,
         o.customer_id,
         o.day,
         o.kind,
         o.amount,
         o.items,
         o.source,
         o.order_key,
         cast(c.city as varchar) as part
  from before_days d
  join profile."order" o on o.day = d.day
  left join profile.customer c on c.customer_id = o.customer_id
  where o.day >= date '2026-02-01'
    and o.day < date '2026-03-01'
    and o.happened_at < d.ends
),
before_row as (
  select r.*,
         coalesce(
           r.day > min(case when r.kind = 'sale' then r.day end) over (
             partition by r.bucket, r.shown, r.rest,
                          r.customer_id
           ),
           false
         ) as again
  from (
    select a.*,
           case when t.part is not null then a.part end as shown,
           a.part is not null and t.part is null as rest
    from before_act a
    left join part t on t.part = a.part
  ) r
),
before_by_bucket as (
  select o.bucket,
         o.shown as part,
         o.rest,
         cast(count(distinct o.customer_id) filter (where o.kind = 'sale' and o.again) as double) / nullif(count(distinct o.customer_id) filter (where o.kind = 'sale'), 0) as value
  from before_row o
  group by o.bucket,
           o.shown,
           o.rest
)
select b.bucket,
       g.part,
       g.rest,
       n.value as value,
       case when b.base_from is not null then p.value end as previous,
       n.value - p.value as change,
       b.open,
       coalesce(n.anonymous, 0) as anonymous,
       coalesce(n.base, 0) as base
from bucket b
cross join (
  select distinct a.part, a.rest
  from now_by_bucket a
  union
  select distinct a.part, a.rest
  from before_by_bucket a
) g
left join part t on t.part = g.part
left join now_by_bucket n on n.bucket = b.bucket
  and n.rest = g.rest
  and n.part is not distinct from g.part
left join before_by_bucket p on p.bucket = b.bucket
  and p.rest = g.rest
  and p.part is not distinct from g.part
order by b.bucket nulls last,
         t.place nulls last,
         g.rest desc nulls last
