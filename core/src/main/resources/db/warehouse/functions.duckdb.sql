-- The function library: what engines write differently, under one name. Every engine defines the
-- same names with the same meaning; shipped SQL uses these and not the engine's own.

-- Whole days from the first day to the second; negative when the second is earlier.
create or replace macro gb_days(earlier, later) as date_diff('day', cast(earlier as date), cast(later as date));

-- The instant (UTC) of a clock reading in a zone.
create or replace macro gb_utc(local_time, zone) as timezone('UTC', timezone(zone, cast(local_time as timestamp)));

-- The clock reading in a zone of an instant (UTC).
create or replace macro gb_local(utc_time, zone) as timezone(zone, timezone('UTC', cast(utc_time as timestamp)));

-- The day in a zone of an instant (UTC).
create or replace macro gb_local_day(utc_time, zone) as cast(timezone(zone, timezone('UTC', cast(utc_time as timestamp))) as date);

-- Monday = 1 … Sunday = 7.
create or replace macro gb_isodow(day) as isodow(day);

create or replace macro gb_replace_all(text, pattern, replacement) as regexp_replace(text, pattern, replacement, 'g');

-- Stable across engines and restarts: the first 60 bits of md5 as a number.
create or replace macro gb_hash(text) as cast('0x' || substr(md5(text), 1, 15) as bigint);

-- What is shown of a personal value to a viewer who may not see it: the first and, for longer
-- values, the last characters. A masked value equals itself, so counts of distinct values hold, but a
-- search for the whole value finds nothing.
create or replace macro gb_mask(text) as case
  when text is null then null
  when contains(text, '@') then substr(text, 1, 1) || '***' || substr(text, instr(text, '@'))
  when length(text) <= 1 then '*'
  when length(text) <= 4 then substr(text, 1, 1) || repeat('*', length(text) - 1)
  when length(text) <= 7 then substr(text, 1, 2) || '***' || substr(text, length(text), 1)
  else substr(text, 1, 3) || '****' || substr(text, length(text) - 3, 4)
end;
