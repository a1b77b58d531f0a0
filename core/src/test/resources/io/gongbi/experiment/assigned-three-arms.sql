with audience as (
  select s.customer_id from trait.held s
),
drawn as (
  select
    a.customer_id,
    substr(md5('spring 春 ''26' || ':' || cast(a.customer_id as string)), 1, 15) as draw
  from audience a
)
select
  d.customer_id,
  case
    when d.draw <= '199999999999999' then 'control'
    when d.draw <= '666666666666666' then 'sms'
    when d.draw <= 'fffffffffffffff' then 'it''s mail'
  end as arm
from drawn d
