-- Online Retail from its lines to orders, customers, events and tags.

create table head as
select order_no,
       min(paid_at) as paid_at,
       arg_max(platform_id, line) as platform_id,
       arg_max(country, line) as country,
       max(line) as line,
       sum(amount) filter (where kind in ('product', 'postage', 'discount', 'manual')) as sold,
       sum(-abs(amount)) filter (where kind = 'return') as returned,
       sum(quantity) filter (where kind = 'product') as items_sold,
       sum(-abs(quantity)) filter (where kind = 'return') as items_returned,
       max(quantity) < 0 and sum(abs(amount)) > 0 as refunded
from line
group by order_no;

create table known as
select 100000 + row_number() over (order by platform_id) as customer_id,
       platform_id,
       country
from (
  select platform_id, arg_max(country, (paid_at, line)) as country
  from head
  where platform_id is not null
  group by platform_id
);

create table sale as
with receipt as (
  select k.customer_id,
         h.order_no,
         h.refunded,
         timezone('UTC', timezone('Asia/Shanghai', h.paid_at)) as happened_at,
         cast(h.paid_at as date) as day,
         case when h.sold > 0 then h.sold else 0 end as sale,
         case when h.sold > 0 then coalesce(h.returned, 0)
              else coalesce(h.sold, 0) + coalesce(h.returned, 0) end as back,
         h.items_sold,
         h.items_returned
  from head h
  left join known k on k.platform_id = h.platform_id
)
select customer_id, order_no, 'sale' as kind, happened_at, day, sale as amount, items_sold as items
from receipt
where sale > 0
union all
select customer_id, order_no, 'return', happened_at, day,
       case when refunded and sale > 0 then -sale else back end,
       case when refunded and sale > 0 then -items_sold
            when sale > 0 then items_returned
            when items_sold is null and items_returned is null then null
            else -abs(coalesce(items_sold, 0)) + coalesce(items_returned, 0) end
from receipt
where back < 0 or (refunded and sale > 0)
order by customer_id, happened_at;

create table customer as
with worth as (
  select customer_id,
         min(day) filter (where kind = 'sale') as first_order_day,
         max(day) filter (where kind = 'sale') as last_order_day,
         count(*) filter (where kind = 'sale') as orders,
         count(distinct day) filter (where kind = 'sale') as purchase_days,
         coalesce(sum(items) filter (where kind = 'sale'), 0) as items,
         coalesce(sum(amount) filter (where kind = 'sale'), 0) as revenue,
         coalesce(-sum(amount) filter (where kind = 'return'), 0) as refunds
  from sale
  where customer_id is not null
  group by customer_id
)
select k.customer_id, k.platform_id, k.country, w.first_order_day, w.last_order_day,
       coalesce(w.orders, 0) as orders,
       coalesce(w.purchase_days, 0) as purchase_days,
       coalesce(w.items, 0) as items,
       coalesce(w.revenue, 0) as revenue,
       coalesce(w.refunds, 0) as refunds,
       coalesce(w.revenue, 0) - coalesce(w.refunds, 0) as net_revenue
from known k
left join worth w on w.customer_id = k.customer_id
order by k.customer_id;

create table event as
select customer_id,
       case when kind = 'sale' then 'paid' else 'refunded' end as name,
       happened_at,
       day,
       amount,
       order_no
from sale
where customer_id is not null
order by customer_id, happened_at;

-- The data has stopped: its last day counts whole.
set variable today = (select max(day) + 1 from sale);

create table held as
with year as (
  select customer_id,
         getvariable('today') - max(day) filter (where kind = 'sale') as r,
         count(distinct day) filter (where kind = 'sale') as f,
         sum(amount) as m
  from sale
  where customer_id is not null
    and day >= getvariable('today') - 365
    and day < getvariable('today')
  group by customer_id
),
bought as (
  select * from year where f > 0
),
total as (
  select count(*) as n, sum(r) as r, sum(f) as f, sum(m) as m from bought
)
select c.customer_id,
       false as reachable,
       coalesce(b.f >= 2, false) as repeat_buyer_365,
       coalesce(getvariable('today') - c.last_order_day > 90, false) as sleeping_90,
       case when b.customer_id is not null then
         case when b.r * t.n <= t.r then '1' else '0' end
           || case when b.f * t.n >= t.f then '1' else '0' end
           || case when b.m * t.n >= t.m then '1' else '0' end end as rfm
from customer c
left join bought b on b.customer_id = c.customer_id
cross join total t;
