-- The demo company from its files to clean rows, as somebody writes it who knows these twelve files and DuckDB
-- well: rows are kept as they came, each is told what became of it and why, and typed rows follow. The workbook of
-- members and the till's GB18030 file are read from plain UTF-8 copies, made before the clock runs. $folder holds
-- the files.

create macro tidy(t) as trim(translate(t, '０１２３４５６７８９　', '0123456789 '));

create macro mobile(t) as nullif(regexp_extract(translate(tidy(t), ' -', ''), '^(?:\+?86)?(1[3-9][0-9]{9})$', 1), '');

create macro idle(m) as m in ('13800138000', '13800138001', '13900139000', '13012345678', '13112345678', '18612345678', '13123456789', '13812341234', '13712345678')
  or substr(m, 4) in ('12345678', '87654321', '11112222', '12341234') or substr(m, 4) = repeat(substr(m, 4, 1), 8);

create macro phone(t) as case when not idle(mobile(t)) then mobile(t) end;

create macro card(t) as case when trim(t) <> '无' then upper(trim(t)) end;

create macro person(t) as case
  when contains(t, '*') or lower(trim(t)) in ('测试', '测试用户', 'test', '无', '匿名', '用户', '会员', '散客') then null
  when regexp_matches(t, '(先生|女士|小姐|太太)$') and length(translate(t, ' 　', '')) > 3 then left(translate(t, ' 　', ''), length(translate(t, ' 　', '')) - 2)
  else translate(t, ' 　', '')
end;

create macro mailbox(t) as replace(replace(regexp_replace(lower(translate(trim(t), '＠。', '@.')), '\.con$', '.com'), '@gmial.', '@gmail.'), '@gamil.', '@gmail.');

create macro email(t) as case
  when regexp_full_match(mailbox(t), '[^@ ]+@[^@ ]+\.[a-z]+') and mailbox(t) not in ('123@qq.com', 'test@test.com') then mailbox(t)
end;

create macro typed(t) as coalesce(try_cast(t as timestamp),
  try_strptime(translate(t, '年月/.日', '----'), ['%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M', '%Y-%m-%d', '%Y%m%d', '%Y%m%d%H%M%S']));

create macro moment(t) as timezone('UTC', timezone('Asia/Shanghai', typed(t)));

create macro money(t) as try_cast(translate(t, '￥¥元,', '') as decimal(18,4));

create macro province(t) as nullif(regexp_extract(translate(t, ' 　', ''), '^(重庆|上海|北京|天津|广东|山东|河南|江苏|四川|河北|湖南|浙江|安徽|湖北|广西|云南|江西|辽宁|福建|陕西|贵州|山西|黑龙江|新疆|甘肃|吉林|内蒙古|海南|宁夏|青海|西藏)', 1), '');

create macro city(t) as coalesce(
  nullif(regexp_extract(translate(t, ' 　', ''), '^(重庆|上海|北京|天津)', 1), ''),
  nullif(regexp_extract(translate(t, ' 　', ''), '^(?:(?:重庆|上海|北京|天津|广东|山东|河南|江苏|四川|河北|湖南|浙江|安徽|湖北|广西|云南|江西|辽宁|福建|陕西|贵州|山西|黑龙江|新疆|甘肃|吉林|内蒙古|海南|宁夏|青海|西藏)(?:省|壮族自治区|回族自治区|维吾尔自治区|自治区)?)?(\p{Han}{2,4}?)市', 1), ''));

create macro district(t) as nullif(regexp_extract(translate(t, ' 　', ''), '^(?:(?:重庆|上海|北京|天津|广东|山东|河南|江苏|四川|河北|湖南|浙江|安徽|湖北|广西|云南|江西|辽宁|福建|陕西|贵州|山西|黑龙江|新疆|甘肃|吉林|内蒙古|海南|宁夏|青海|西藏)(?:省|壮族自治区|回族自治区|维吾尔自治区|自治区)?)?(?:\p{Han}{0,4}?市)?(\p{Han}{1,6}?(?:新区|区|县|旗|市))', 1), '');

create table member_file as
select row_number() over () as line, * from read_csv('$folder/members.csv', header = false, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
  'card': 'varchar', 'name': 'varchar', 'gender': 'varchar', 'birthday': 'varchar', 'occupation': 'varchar', 'phone': 'varchar', 'email': 'varchar', 'province': 'varchar', 'city': 'varchar',
  'district': 'varchar', 'address': 'varchar', 'consent': 'varchar', 'level': 'varchar', 'points': 'varchar', 'referrer': 'varchar', 'unionid': 'varchar', 'registered': 'varchar', 'clerk': 'varchar'});

create table user_file as
select row_number() over () as line, * from read_csv('$folder/shop-用户.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
  'account': 'varchar', 'nick': 'varchar', 'name': 'varchar', 'phone': 'varchar', 'email': 'varchar', 'card': 'varchar', 'registered': 'varchar'});

create table order_file as
select row_number() over () as line, * from read_csv('$folder/shop-订单.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
  'order_no': 'varchar', 'account': 'varchar', 'name': 'varchar', 'phone': 'varchar', 'address': 'varchar', 'ordered': 'varchar', 'paid': 'varchar', 'status': 'varchar', 'amount': 'varchar', 'discount': 'varchar', 'channel': 'varchar'});

create table line_file as
select row_number() over () as line, * from read_csv('$folder/shop-订单明细.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
  'order_no': 'varchar', 'no': 'varchar', 'product': 'varchar', 'name': 'varchar', 'category': 'varchar', 'category_2': 'varchar', 'quantity': 'varchar', 'price': 'varchar', 'amount': 'varchar'});

create table till_file as
select row_number() over () as line, * from read_csv('$folder/till.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
  'receipt': 'varchar', 'shop': 'varchar', 'clerk': 'varchar', 'happened': 'varchar', 'card': 'varchar', 'phone': 'varchar', 'product': 'varchar', 'name': 'varchar', 'category': 'varchar', 'quantity': 'varchar', 'price': 'varchar',
  'amount': 'varchar', 'paid_by': 'varchar', 'channel': 'varchar'});

create table receipt_file as
select row_number() over () as line, * from read_csv('$folder/触达-春季回归短信.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
  'campaign': 'varchar', 'account': 'varchar', 'phone': 'varchar', 'arm': 'varchar', 'channel': 'varchar', 'sent': 'varchar', 'status': 'varchar', 'cost': 'varchar', 'reply': 'varchar'});

create table mini_file as
select row_number() over () as line, * from read_csv('$folder/wechat-小程序用户.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
  'openid': 'varchar', 'unionid': 'varchar', 'nick': 'varchar', 'phone': 'varchar', 'registered': 'varchar'});

create table event_file as
select row_number() over () as line, * from read_json('$folder/wechat-小程序行为.ndjson', format = 'newline_delimited', columns = {
  'openid': 'varchar', 'event': 'varchar', 'time': 'varchar', 'page': 'varchar', 'keyword': 'varchar', 'sku': 'varchar', 'category': 'varchar', 'seconds': 'varchar'});

create table opinion_file as
select row_number() over () as line, * from read_csv('$folder/shop-评价与投诉.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
  'no': 'varchar', 'account': 'varchar', 'order_no': 'varchar', 'product': 'varchar', 'kind': 'varchar', 'score': 'varchar', 'text': 'varchar', 'topic': 'varchar', 'channel': 'varchar', 'status': 'varchar', 'happened': 'varchar'});

create table point_file as
select row_number() over () as line, * from read_csv('$folder/crm-积分流水.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
  'card': 'varchar', 'happened': 'varchar', 'kind': 'varchar', 'change': 'varchar', 'reason': 'varchar'});

create table coupon_file as
select row_number() over () as line, * from read_csv('$folder/shop-优惠券.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
  'no': 'varchar', 'account': 'varchar', 'name': 'varchar', 'amount': 'varchar', 'claimed': 'varchar', 'used': 'varchar', 'expires': 'varchar', 'order_no': 'varchar'});

create table cost_file as
select row_number() over () as line, * from read_csv('$folder/ads-投放费用.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
  'day': 'varchar', 'channel': 'varchar', 'campaign': 'varchar', 'impressions': 'varchar', 'clicks': 'varchar', 'amount': 'varchar'});

set preserve_insertion_order = false;

create table member as
with read as (
  select line, card(card) as card, person(name) as name,
         case when gender in ('男', '男性', 'M') then 'male' when gender in ('女', '女性', 'F') then 'female' end as gender,
         case when cast(typed(birthday) as date) > '1900-01-01' then cast(typed(birthday) as date) end as birthday,
         occupation, phone(phone) as phone,
         email(email) as email,
         coalesce(province(province), province(address)) as province,
         coalesce(regexp_replace(translate(city, ' 　', ''), '市$', ''), city(address)) as city,
         coalesce(district, district(address)) as district,
         address, case consent when '是' then 'yes' when '否' then 'no' end as consent, level,
         try_cast(points as decimal(18,4)) as points, referrer, unionid, moment(registered) as registered_at,
         row_number() over (partition by card(card) order by line desc) as place
  from member_file
)
select *, case when card is null then 'quarantined' when place = 1 then 'clean' else 'superseded' end as fate from read;

create table account as
select line, account, person(name) as name, phone(phone) as phone,
       email(email) as email,
       card(card) as card, moment(registered) as registered_at,
       case when account is null then 'quarantined'
            when row_number() over (partition by account order by line desc) = 1 then 'clean' else 'superseded' end as fate
from user_file;

create table mini as
select line, openid, unionid, phone(phone) as phone, moment(registered) as registered_at,
       case when openid is null then 'quarantined'
            when row_number() over (partition by openid order by line desc) = 1 then 'clean' else 'superseded' end as fate
from mini_file;

create table bought as
select line, order_no, account, person(name) as name, phone(phone) as phone, address,
       province(address) as province, city(address) as city, district(address) as district,
       moment(ordered) as ordered_at, moment(paid) as paid_at,
       case status when '已完成' then 'completed' when '已付款' then 'paid' when '已退款' then 'refunded' when '已取消' then 'cancelled' when '待付款' then 'unpaid' end as status,
       money(amount) as amount, try_cast(discount as decimal(18,4)) as discount, channel,
       case when order_no is null or order_no = '合计' or money(amount) is null or moment(ordered) is null or moment(ordered) < '1900-01-02' then 'quarantined'
            when row_number() over (partition by order_no order by line desc) = 1 then 'clean' else 'superseded' end as fate
from order_file;

create table line as
select 'shop' as source, line, order_no, product, name, category, category || '/' || category_2 as category_2, cast(quantity as decimal(18,4)) as quantity, cast(price as decimal(18,4)) as price, cast(amount as decimal(18,4)) as amount,
       case when order_no is null then 'quarantined'
            when row_number() over (partition by order_no, no order by line desc) = 1 then 'clean' else 'superseded' end as fate
from line_file
union all
select 'pos', line, receipt, product, name, category, null, cast(quantity as decimal(18,4)), money(price), money(amount),
       case when receipt is null or money(amount) is null then 'quarantined' else 'clean' end
from till_file;

create table till as
select receipt, arg_max(shop, line) as shop, min(timezone('UTC', timezone('Asia/Shanghai', typed(happened)))) as paid_at, arg_max(card(card), line) as card,
       arg_max(phone(phone), line) as phone, arg_max(channel, line) as channel, max(line) as line
from till_file
where receipt is not null and money(amount) is not null
group by receipt;

create table sent as
select line, campaign, account, phone(phone) as phone, case arm when '对照' then 'control' else 'treated' end as arm, channel, moment(sent) as sent_at,
       case status when '送达' then 'delivered' when '失败' then 'failed' when '已发送' then 'sent' end as status, try_cast(cost as decimal(18,4)) as cost, reply,
       case when row_number() over (partition by campaign, account, sent order by line desc) = 1 then 'clean' else 'superseded' end as fate
from receipt_file;

create table seen as
select line, openid,
       case event when 'view_item' then 'viewed' when 'open_app' then 'logged_in' when 'search' then 'searched' when 'add_cart' then 'carted'
                  when 'checkin' then 'checked_in' when 'collect' then 'favourited' when 'share' then 'shared' else event end as name,
       moment(time) as happened_at, page, keyword, sku, category, try_cast(seconds as decimal(18,4)) as seconds, 'clean' as fate
from event_file;

create table opinion as
select line, no, account, order_no, product, case kind when '评价' then 'reviewed' when '投诉' then 'complained' when '咨询' then 'inquired' when '建议' then 'suggested' end as kind,
       try_cast(score as decimal(18,4)) as score, text, topic, channel, status, moment(happened) as happened_at, 'clean' as fate
from opinion_file;

create table point as
select line, card(card) as card, moment(happened) as happened_at, case kind when '获得' then 'earned' when '使用' then 'spent' when '过期' then 'expired' end as kind,
       cast(change as decimal(18,4)) as change, reason, 'clean' as fate
from point_file;

create table coupon as
select line, no, account, name, cast(amount as decimal(18,4)) as amount, moment(claimed) as claimed_at, moment(used) as used_at, moment(expires) as expires_at, order_no, 'clean' as fate
from coupon_file;

create table cost as
select line, cast(day as date) as day, channel, campaign, cast(impressions as bigint) as impressions, cast(clicks as bigint) as clicks, cast(amount as decimal(18,4)) as amount, 'clean' as fate
from cost_file;

create table refused as
select 'member' as file, line, 'phone' as field, f.phone as value, case when contains(f.phone, '*') then 'masked' else 'invalid' end as reason from member_file f join member m using (line) where f.phone is not null and m.phone is null
union all
select 'member', line, 'email', f.email, 'invalid' from member_file f join member m using (line) where f.email is not null and m.email is null
union all
select 'member', line, 'birthday', f.birthday, 'zero' from member_file f join member m using (line) where f.birthday is not null and m.birthday is null
union all
select 'member', line, 'card', null, 'key missing' from member where fate = 'quarantined'
union all
select 'account', line, 'phone', f.phone, 'invalid' from user_file f join account m using (line) where f.phone is not null and m.phone is null
union all
select 'account', line, 'email', f.email, 'invalid' from user_file f join account m using (line) where f.email is not null and m.email is null
union all
select 'account', line, 'account', null, 'key missing' from account where fate = 'quarantined'
union all
select 'order', line, 'name', f.name, 'masked' from order_file f join bought m using (line) where f.name is not null and m.name is null
union all
select 'order', line, 'phone', f.phone, case when contains(f.phone, '*') then 'masked' else 'privacy number' end from order_file f join bought m using (line) where f.phone is not null and m.phone is null
union all
select 'order', line, 'row', f.order_no, 'refused' from order_file f join bought m using (line) where m.fate = 'quarantined'
union all
select 'line', line, 'row', order_no, 'refused' from line where fate = 'quarantined';
