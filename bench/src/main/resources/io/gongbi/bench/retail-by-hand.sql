-- Online Retail from the raw file to a board of two tiles, doing what the product does, as somebody
-- writes it who knows this one file and DuckDB well: the rows are kept as they came, each is told
-- what became of it, each value that is refused has a reason; typed lines, orders, customers, events
-- and tags follow, with the row behind each value of a customer and the history of each tag. It runs
-- in one transaction on a file of its own, with the settings of the product. $file is the raw file.
--
-- What the product does beside it and this does not: it recognises what it did not expect (encodings,
-- torn rows, other ways to write times and numbers, words that mean nothing); it compares four kinds
-- of identifiers; and all of it can be brought up to date by a next file alone.

create table landed as
select row_number() over () as line, *
from read_csv($file, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
  'InvoiceNo': 'varchar', 'StockCode': 'varchar', 'Description': 'varchar', 'Quantity': 'varchar',
  'InvoiceDate': 'varchar', 'UnitPrice': 'varchar', 'CustomerID': 'varchar', 'Country': 'varchar'});

set preserve_insertion_order = false;

create table fate as
select line,
       case
         when InvoiceNo is null
           or Quantity is not null and try_cast(Quantity as integer) is null
           or InvoiceDate is not null and try_cast(InvoiceDate as timestamp) is null
           or UnitPrice is not null and try_cast(UnitPrice as decimal(18,4)) is null then 'quarantined'
         else 'clean'
       end as fate,
       coalesce(trim(Description) in ('', '?', '??'), false) as doubtful
from landed;

create table refused as
select l.line,
       'product_name' as field,
       l.Description as value,
       'placeholder' as reason
from landed l
join fate f on f.line = l.line
where f.doubtful;

create table line as
select l.line,
       InvoiceNo as order_no,
       StockCode as product_code,
       case when not f.doubtful then trim(Description) end as product_name,
       cast(Quantity as integer) as quantity,
       cast(UnitPrice as decimal(18,4)) as unit_price,
       cast(cast(Quantity as integer) * cast(UnitPrice as decimal(18,4)) as decimal(18,4)) as amount,
       case
         when StockCode in ('C2', 'DOT', 'POST') then 'postage'
         when StockCode = 'D' then 'discount'
         when StockCode in ('AMAZONFEE', 'BANK CHARGES', 'CRUK') then 'fee'
         when StockCode in ('B', 'S') then 'adjustment'
         when StockCode in ('M', 'm') then 'manual'
         when cast(Quantity as integer) < 0 and cast(UnitPrice as decimal(18,4)) = 0 then 'adjustment'
         when cast(UnitPrice as decimal(18,4)) < 0 then 'adjustment'
         when cast(Quantity as integer) < 0 then 'return'
         else 'product'
       end as kind,
       cast(InvoiceDate as timestamp) as paid_at,
       case when ends_with(CustomerID, '.0') then left(CustomerID, length(CustomerID) - 2) else CustomerID end as platform_id,
       Country as country
from landed l
join fate f on f.line = l.line
where f.fate = 'clean';

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

create table lineage as
select k.customer_id, f.field, f.value, h.line
from known k
join (
  select platform_id, arg_max(line, (paid_at, line)) as line
  from head
  group by platform_id
) h on h.platform_id = k.platform_id
cross join lateral (
  select 'platform_id' as field, k.platform_id as value
  union all
  select 'country', k.country
) f;

create table change as
select customer_id, 'reachable' as tag, cast(null as varchar) as before, 'true' as after from held where reachable
union all
select customer_id, 'repeat_buyer_365', null, 'true' from held where repeat_buyer_365
union all
select customer_id, 'sleeping_90', null, 'true' from held where sleeping_90
union all
select customer_id, 'rfm', null, rfm from held where rfm is not null;
