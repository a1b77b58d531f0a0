with holder as (
  select c.customer_id,
         t.tag_rfm as value
  from profile.customer c
  left join trait.held t on t.customer_id = c.customer_id
),
bought as (
  select o.customer_id,
         coalesce(sum(o.amount) filter (where o.kind = 'sale'), 0) as revenue
  from profile."order" o
  where o.happened_at < timestamp '2026-12-31 16:00:00.000000'
  group by o.customer_id
)
select h.value,
       count(*) as customers,
       coalesce(sum(b.revenue), 0) as revenue
from holder h
left join bought b on b.customer_id = h.customer_id
group by h.value
order by case h.value when '111' then 0 when '011' then 1 when '000' then 2 end nulls last,
         h.value nulls last
limit 1001
