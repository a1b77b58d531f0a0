-- The demo company from clean rows to customers: who left which identifiers where, which records share one, what
-- each customer is called, and where the records of one say different things.

create table record as
with named as (
  select 'shop' as source, 'orders' as feed, phone, null::varchar as email, null::varchar as card, account, null::varchar as openid,
         coalesce(paid_at, ordered_at) as seen_at, line, name, address, province, city, district
  from bought where fate = 'clean' and (account is not null or phone is not null)
),
passing as (
  select 'pos' as source, 'lines' as feed, phone, card, null::varchar as account, null::varchar as openid, paid_at as seen_at, line from till where card is not null or phone is not null
  union all
  select 'shop', 'deliveries', phone, null, account, null, sent_at, line from sent where fate = 'clean' and (account is not null or phone is not null)
  union all
  select 'wechat', 'events', null, null, null, openid, happened_at, line from seen where openid is not null
  union all
  select 'shop', 'feedback', null, null, account, null, happened_at, line from opinion where account is not null
  union all
  select 'crm', 'points', null, card, null, null, happened_at, line from point where card is not null
  union all
  select 'shop', 'coupons', null, null, account, null, claimed_at, line from coupon where account is not null
)
select row_number() over () as node, * from (
  select 'crm' as source, 'customers' as feed, hash('crm', card) as key, false as receiver, timestamp '2026-06-01' as seen_at, line, name, phone, email, card, null::varchar as account, null::varchar as openid, unionid,
         gender, birthday, province, city, district, address, occupation, level, points, referrer, consent, registered_at
  from member where fate = 'clean'
  union all by name
  select 'shop' as source, 'customers' as feed, hash('shop', account) as key, false as receiver, timestamp '2026-06-01' as seen_at, line, name, phone, email, card, account, registered_at
  from account where fate = 'clean'
  union all by name
  select 'wechat' as source, 'customers' as feed, hash('wechat', openid) as key, false as receiver, timestamp '2026-06-01' as seen_at, line, phone, openid, unionid, registered_at
  from mini where fate = 'clean'
  union all by name
  select source, feed, hash(feed, coalesce(phone, ''), '', coalesce(account, ''), '') as key, true as receiver, max(seen_at) as seen_at, arg_max(line, seen_at) as line, arg_max(name, (seen_at, line)) as name,
         phone, account, arg_max(province, (seen_at, line)) as province, arg_max(city, (seen_at, line)) as city, arg_max(district, (seen_at, line)) as district, arg_max(address, (seen_at, line)) as address
  from named
  group by source, feed, phone, account
  union all by name
  select source, feed, hash(feed, coalesce(phone, ''), coalesce(card, ''), coalesce(account, ''), coalesce(openid, '')) as key, true as receiver, max(seen_at) as seen_at, arg_max(line, seen_at) as line, phone, card, account, openid
  from passing
  group by source, feed, phone, card, account, openid
);

create table id as
select distinct node, type, value, name from (
  select node, 'phone' as type, phone as value, name from record where phone is not null
  union all
  select node, 'email', email, name from record where email is not null
  union all
  select node, 'card', card, name from record where card is not null
  union all
  select node, 'account', account, name from record where account is not null
  union all
  select node, 'openid', openid, name from record where openid is not null
  union all
  select node, 'unionid', unionid, name from record where unionid is not null
);

create table generic as
select type, value, count(*) as records, count(distinct name) as names
from id
group by type, value
having count(*) > case type when 'card' then 100 when 'account' then 200 else 50 end
    or count(distinct name) > case type when 'account' then 20 else 5 end;

create table evidence as
select i.node, i.type, i.value, s.records, s.first
from id i
join (
  select i.type, i.value, count(*) as records, min(i.node) as first
  from id i
  anti join generic g on g.type = i.type and g.value = i.value
  group by i.type, i.value
  having count(*) > 1
) s on s.type = i.type and s.value = i.value;

create table part as
select node, min(first) as label from evidence group by node;

create or replace table part as
with value as (select e.type, e.value, min(p.label) as label from evidence e join part p using (node) group by e.type, e.value)
select e.node, min(v.label) as label from evidence e join value v on v.type = e.type and v.value = e.value group by e.node;

create or replace table part as
with value as (select e.type, e.value, min(p.label) as label from evidence e join part p using (node) group by e.type, e.value)
select e.node, min(v.label) as label from evidence e join value v on v.type = e.type and v.value = e.value group by e.node;

create or replace table part as
with value as (select e.type, e.value, min(p.label) as label from evidence e join part p using (node) group by e.type, e.value)
select e.node, min(v.label) as label from evidence e join value v on v.type = e.type and v.value = e.value group by e.node;

create or replace table part as
with value as (select e.type, e.value, min(p.label) as label from evidence e join part p using (node) group by e.type, e.value)
select e.node, min(v.label) as label from evidence e join value v on v.type = e.type and v.value = e.value group by e.node;

create table belongs as
select r.node, r.key, r.source, 100000 + dense_rank() over (order by coalesce(p.label, r.node)) as customer_id
from record r
left join part p using (node);

create table said as
select b.customer_id, r.*
from record r
join belongs b using (node)
order by b.customer_id;

create table dispute as
select customer_id,
       min(name) <> max(name) as name, min(phone) <> max(phone) as phone, min(email) <> max(email) as email, min(card) <> max(card) as card, min(account) <> max(account) as account,
       min(openid) <> max(openid) as openid, min(unionid) <> max(unionid) as unionid, min(gender) <> max(gender) as gender, min(birthday) <> max(birthday) as birthday, min(province) <> max(province) as province,
       min(city) <> max(city) as city, min(district) <> max(district) as district, min(address) <> max(address) as address, min(occupation) <> max(occupation) as occupation, min(level) <> max(level) as level,
       min(points) <> max(points) as points, min(referrer) <> max(referrer) as referrer, min(consent) <> max(consent) as consent, min(registered_at) <> max(registered_at) as registered_at
from said
group by customer_id;

create table conflict as
with told as (
  select s.customer_id, s.node, s.receiver, s.seen_at, u.field, u.value,
         (s.province is not null)::int + (s.city is not null)::int + (s.district is not null)::int + (s.address is not null)::int as parts
  from said s
  join dispute d using (customer_id)
  cross join lateral (values
    ('name', case when d.name then s.name end), ('phone', case when d.phone then s.phone end), ('email', case when d.email then s.email end), ('card', case when d.card then s.card end),
    ('account', case when d.account then s.account end), ('openid', case when d.openid then s.openid end), ('unionid', case when d.unionid then s.unionid end), ('gender', case when d.gender then s.gender end),
    ('birthday', case when d.birthday then s.birthday::varchar end), ('province', case when d.province then s.province end), ('city', case when d.city then s.city end), ('district', case when d.district then s.district end),
    ('address', case when d.address then s.address end), ('occupation', case when d.occupation then s.occupation end), ('level', case when d.level then s.level end), ('points', case when d.points then s.points::varchar end),
    ('referrer', case when d.referrer then s.referrer end), ('consent', case when d.consent then s.consent end), ('registered_at', case when d.registered_at then s.registered_at::varchar end)) u(field, value)
  where u.value is not null
),
judged as (
  select t.*, count(*) over (partition by t.customer_id, t.field, t.value) as votes from told t
)
select customer_id, field, value, node,
       row_number() over (partition by customer_id, field
         order by case when field = 'registered_at' then value end,
                  case when field in ('name', 'gender', 'birthday') then -votes when field in ('province', 'city', 'district', 'address') then -parts end,
                  receiver, seen_at desc, node) = 1 as chosen
from judged
order by customer_id, field;
