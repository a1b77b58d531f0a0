with who as (
  select c.customer_id
  from profile.customer c
  where c.level = 'gold'
),
held as (
  select 0 as field,
         o.customer_id,
         cast(c.city as varchar) as value,
         1 as place,
         w.customer_id is not null as inside
  from profile.customer o
  left join profile.customer c on c.customer_id = o.customer_id
  left join who w on w.customer_id = o.customer_id
),
counted as (
  select h.field,
         h.value,
         count(*) filter (where h.inside) as customers,
         count(*) as population,
         count(*) filter (where h.inside and h.place = 1) as known,
         count(*) filter (where h.place = 1) as population_known
  from held h
  group by h.field,
           h.value
),
largest as (
  select c.*
  from counted c
  qualify row_number() over (
    partition by c.field
    order by case when c.value is null then 0 else 1 end,
             c.population desc nulls last,
             c.value nulls last
  ) <= 31
),
total as (
  select c.field,
         sum(c.known) filter (where c.value is not null) as known,
         sum(c.population_known) filter (where c.value is not null) as population_known
  from counted c
  group by c.field
),
compared as (
  select l.field,
         l.value,
         l.customers,
         l.population,
         coalesce(t.known, 0) as known,
         coalesce(t.population_known, 0) as population_known,
         case when l.value is not null
              then cast(l.customers as double) / nullif(t.known, 0)
         end as share,
         case when l.value is not null
              then cast(l.population as double) / nullif(t.population_known, 0)
         end as population_share
  from largest l
  join total t on t.field = l.field
),
standing as (
  select c.*,
         c.value is not null and c.known >= 50 and c.population >= 50 as shown,
         (c.share - cast(c.population - c.customers as double) / nullif(c.population_known - c.known, 0))
           / nullif(
             sqrt(
               c.population_share * (1 - c.population_share)
               * (1.0 / nullif(c.known, 0) + 1.0 / nullif(c.population_known - c.known, 0))
             ),
             0
           ) as z
  from compared c
)
select s.field,
       s.value,
       s.customers,
       s.population,
       s.share,
       s.population_share,
       case when s.shown then s.share / nullif(s.population_share, 0) * 100 end as tgi,
       case when not s.shown or s.z is null then cast(null as varchar)
            when abs(s.z) >= 2.5758 then 'strong'
            when abs(s.z) >= 1.96 then 'weak'
            else 'none'
       end as significance,
       case when s.shown then s.customers * s.share / nullif(s.population_share, 0) * 100 end as weight,
       s.known,
       s.population_known
from standing s
order by s.field nulls last,
         case when s.value is null then 1 else 0 end,
         weight desc nulls last,
         s.population desc nulls last,
         s.value nulls last
