-- The demo company from clean rows and customers to orders, goods, events and tags.

create table sale as
with receipt as (
  select 'shop' as source, order_no, hash('orders', coalesce(phone, ''), '', coalesce(account, ''), '') as key, coalesce(paid_at, ordered_at) as happened_at, ordered_at, status, channel, null::varchar as shop,
         greatest(amount, 0) as sale, least(amount, 0) as back, l.items as items_sold, l.items_returned
  from bought b
  left join (select order_no, sum(quantity) filter (where quantity >= 0) as items, sum(quantity) filter (where quantity < 0) as items_returned from line where source = 'shop' and fate = 'clean' group by order_no) l using (order_no)
  where b.fate = 'clean' and status not in ('unpaid', 'cancelled')
  union all
  select 'pos', t.receipt, hash('lines', coalesce(t.phone, ''), coalesce(t.card, ''), '', ''), t.paid_at, null, case when l.most < 0 then 'refunded' else 'paid' end, t.channel, t.shop,
         case when l.sold > 0 then l.sold else 0 end, case when l.sold > 0 then coalesce(l.returned, 0) else coalesce(l.sold, 0) + coalesce(l.returned, 0) end, l.items, l.items_returned
  from till t
  join (
    select order_no, max(quantity) as most, sum(amount) filter (where quantity >= 0) as sold, sum(-abs(amount)) filter (where quantity < 0) as returned,
           sum(quantity) filter (where quantity >= 0) as items, sum(quantity) filter (where quantity < 0) as items_returned
    from line where source = 'pos' and fate = 'clean' group by order_no
  ) l on l.order_no = t.receipt
)
select b.customer_id, r.source, r.order_no, k.kind, r.status, r.happened_at, cast(timezone('Asia/Shanghai', timezone('UTC', r.happened_at)) as date) as day,
       case k.kind when 'sale' then r.sale else case when r.status = 'refunded' and r.sale > 0 then -r.sale else r.back end end as amount,
       case k.kind when 'sale' then r.items_sold
            else case when r.status = 'refunded' and r.sale > 0 then -r.items_sold when r.sale > 0 then r.items_returned
                      when r.items_sold is null and r.items_returned is null then null
                      else -abs(coalesce(r.items_sold, 0)) + coalesce(r.items_returned, 0) end end as items,
       r.channel, r.shop
from receipt r
cross join (values ('sale'), ('return')) k(kind)
left join belongs b on b.key = r.key and b.source = r.source
where k.kind = 'sale' and r.sale > 0 or k.kind = 'return' and (r.back < 0 or r.status = 'refunded' and r.sale > 0)
order by b.customer_id, r.happened_at;

create table item as
select s.customer_id, s.source, s.order_no, s.kind, s.happened_at, s.day, l.product, l.name, l.category, l.category_2,
       case when s.kind = 'sale' then l.quantity else -abs(l.quantity) end as quantity, case when s.kind = 'sale' then l.amount else -abs(l.amount) end as amount, s.channel
from sale s
join line l on l.source = s.source and l.order_no = s.order_no and l.fate = 'clean'
where (s.kind = 'sale' or s.status = 'refunded') = (l.quantity >= 0) or (s.source = 'pos' and s.kind = 'return' and s.status = 'refunded')
order by s.customer_id, s.happened_at;

create table spent as
select * from cost where fate = 'clean' order by day, channel, campaign;

create table customer as
with won as (
  pivot (select customer_id, field, value from conflict where chosen) on field in ('name', 'phone', 'email', 'card', 'account', 'openid', 'unionid', 'gender', 'birthday', 'province', 'city', 'district', 'address', 'occupation', 'level', 'points', 'referrer', 'consent', 'registered_at')
  using max(value) group by customer_id
),
agreed as (
  select customer_id, max(name) as name, max(phone) as phone, max(email) as email, max(card) as card, max(account) as account, max(openid) as openid, max(unionid) as unionid, max(gender) as gender, max(birthday) as birthday, max(province) as province, max(city) as city, max(district) as district, max(address) as address, max(occupation) as occupation, max(level) as level, max(points) as points, max(referrer) as referrer, max(consent) as consent, max(registered_at) as registered_at,
         count(distinct source) as sources, count(*) as records
  from said group by customer_id
),
worth as (
  select customer_id, min(day) filter (where kind = 'sale') as first_order_day, max(day) filter (where kind = 'sale') as last_order_day, count(*) filter (where kind = 'sale') as orders,
         count(distinct day) filter (where kind = 'sale') as purchase_days, sum(items) filter (where kind = 'sale') as items, sum(amount) filter (where kind = 'sale') as revenue,
         -sum(amount) filter (where kind = 'return') as refunds
  from sale where customer_id is not null group by customer_id
)
select a.customer_id, coalesce(w.name, a.name) as name, coalesce(w.phone, a.phone) as phone, coalesce(w.email, a.email) as email, coalesce(w.card, a.card) as card, coalesce(w.account, a.account) as account,
       coalesce(w.openid, a.openid) as openid, coalesce(w.unionid, a.unionid) as unionid, coalesce(w.gender, a.gender) as gender, coalesce(w.birthday::date, a.birthday) as birthday, coalesce(w.province, a.province) as province,
       coalesce(w.city, a.city) as city, coalesce(w.district, a.district) as district, coalesce(w.address, a.address) as address, coalesce(w.occupation, a.occupation) as occupation, coalesce(w.level, a.level) as level,
       coalesce(w.points::decimal(18,4), a.points) as points, coalesce(w.referrer, a.referrer) as referrer, coalesce(w.consent, a.consent) as consent, coalesce(w.registered_at::timestamp, a.registered_at) as registered_at,
       a.sources, a.records, o.first_order_day, o.last_order_day, coalesce(o.orders, 0) as orders, coalesce(o.purchase_days, 0) as purchase_days,
       coalesce(o.items, 0) as items, coalesce(o.revenue, 0) as revenue, coalesce(o.refunds, 0) as refunds, coalesce(o.revenue, 0) - coalesce(o.refunds, 0) as net_revenue
from agreed a
left join won w using (customer_id)
left join worth o using (customer_id)
order by a.customer_id;

create table event as
select *, cast(timezone('Asia/Shanghai', timezone('UTC', happened_at)) as date) as day from (
  select customer_id, 'registered' as name, cast(registered_at as timestamp) as happened_at, null::varchar as ref, null::decimal(18,4) as amount, null::varchar as channel, null::varchar as product, null::varchar as category,
         null::varchar as keyword, null::varchar as page, null::varchar as topic, null::decimal(18,4) as score, null::decimal(18,4) as points, null::decimal(18,4) as seconds, null::varchar as text
  from customer where registered_at is not null
  union all by name
  select b.customer_id, 'ordered' as name, o.ordered_at as happened_at, o.order_no as ref, o.amount, o.channel from bought o join belongs b on b.key = hash('orders', coalesce(o.phone, ''), '', coalesce(o.account, ''), '') and b.source = 'shop' where o.fate = 'clean'
  union all by name
  select customer_id, case kind when 'sale' then 'paid' else 'refunded' end as name, happened_at, order_no as ref, amount, channel from sale where customer_id is not null
  union all by name
  select b.customer_id, case when n.n = 1 then 'sent' else 'delivered' end as name, s.sent_at as happened_at, s.campaign as ref, min(s.channel) as channel from sent s join belongs b on b.key = hash('deliveries', coalesce(s.phone, ''), '', coalesce(s.account, ''), '') and b.source = 'shop'
  cross join (values (1), (2)) n(n)
  where s.fate = 'clean' and s.arm = 'treated' and (s.status = 'delivered' or s.status = 'sent' and n.n = 1) group by all
  union all by name
  select b.customer_id, s.name, s.happened_at, cast(s.line as varchar) as ref, s.sku as product, s.category, s.keyword, s.page, s.seconds from seen s join belongs b on b.key = hash('events', '', '', '', s.openid) and b.source = 'wechat'
  union all by name
  select b.customer_id, o.kind as name, o.happened_at, o.no as ref, o.channel, o.product, o.topic, o.score, o.text from opinion o join belongs b on b.key = hash('feedback', '', '', o.account, '') and b.source = 'shop'
  union all by name
  select b.customer_id, 'points_' || p.kind as name, p.happened_at, cast(p.line as varchar) as ref, p.reason as topic, p.change as points from point p join belongs b on b.key = hash('points', '', p.card, '', '') and b.source = 'crm'
  union all by name
  select b.customer_id, 'coupon_claimed' as name, c.claimed_at as happened_at, c.no as ref, c.amount, c.name as topic from coupon c join belongs b on b.key = hash('coupons', '', '', c.account, '') and b.source = 'shop'
  union all by name
  select b.customer_id, 'coupon_used' as name, c.used_at as happened_at, c.no as ref, c.amount, c.name as topic from coupon c join belongs b on b.key = hash('coupons', '', '', c.account, '') and b.source = 'shop' where c.used_at is not null
)
order by customer_id, happened_at;

create table referral as
with held as (
  select customer_id, unnest([card, phone, account, openid, unionid]) as value from said
)
select s.customer_id, min(h.customer_id) as referrer_id
from customer s
join held h on h.value = s.referrer
group by s.customer_id
having min(h.customer_id) = max(h.customer_id) and min(h.customer_id) <> s.customer_id;

-- The data has stopped: its last day counts whole.
set variable today = (select max(day) + 1 from sale);

create table held as
with bought as (
  select customer_id,
         count(*) filter (where day >= getvariable('today') - 30) as orders_30,
         count(*) filter (where day >= getvariable('today') - 7) as orders_7,
         count(*) filter (where day >= getvariable('today') - 60) as orders_60,
         count(distinct day) filter (where day >= getvariable('today') - 365) as days_365
  from sale where kind = 'sale' and customer_id is not null group by customer_id
),
did as (
  select customer_id,
         count(*) filter (where day >= getvariable('today') - 30 and name in ('viewed', 'searched', 'clicked', 'carted', 'favourited', 'shared', 'logged_in', 'checked_in', 'followed', 'reviewed', 'inquired')) as acts_30,
         count(*) filter (where day >= getvariable('today') - 7 and name in ('viewed', 'carted', 'favourited')) as looks_7
  from event where day >= getvariable('today') - 30 group by customer_id
),
year as (
  select customer_id, getvariable('today') - max(day) filter (where kind = 'sale') as r, count(distinct day) filter (where kind = 'sale') as f, sum(amount) as m
  from sale where customer_id is not null and day >= getvariable('today') - 365 group by customer_id
),
rated as (
  select *, sum(r) over () as all_r, sum(f) over () as all_f, sum(m) over () as all_m, count(*) over () as n from year where f > 0
)
select c.customer_id,
       c.phone is not null as reachable,
       c.gender = 'female' and c.birthday between '1990-01-01' and '1999-12-31' as nineties_female,
       coalesce(c.province in ('上海', '江苏', '浙江', '安徽', '福建', '江西', '山东'), false) as east_china,
       coalesce(b.orders_30, 0) > 0 or coalesce(d.acts_30, 0) > 0 as active_30,
       coalesce(d.looks_7, 0) > 0 and coalesce(b.orders_7, 0) = 0 as browsed_no_order_7,
       coalesce(b.orders_30, 0) >= 2 as monthly_repeat,
       coalesce(b.days_365, 0) >= 2 as repeat_buyer_365,
       coalesce(b.days_365, 0) >= 6 and b.orders_60 > 0 as frequent_repeat,
       coalesce(getvariable('today') - c.last_order_day > 90, false) as sleeping_90,
       case when y.customer_id is not null then
         case when y.r * y.n <= y.all_r then '1' else '0' end || case when y.f * y.n >= y.all_f then '1' else '0' end || case when y.m * y.n >= y.all_m then '1' else '0' end end as rfm
from customer c
left join bought b using (customer_id)
left join did d using (customer_id)
left join rated y using (customer_id);

create table change as
select customer_id, tag, value from (
  unpivot (select customer_id, reachable::varchar as reachable, nineties_female::varchar as nineties_female, east_china::varchar as east_china, active_30::varchar as active_30, browsed_no_order_7::varchar as browsed_no_order_7,
                  monthly_repeat::varchar as monthly_repeat, repeat_buyer_365::varchar as repeat_buyer_365, frequent_repeat::varchar as frequent_repeat, sleeping_90::varchar as sleeping_90, rfm from held)
  on * exclude (customer_id) into name tag value value
) where value <> 'false';
