-- The function library: what engines write differently, under one name. Every engine defines the
-- same names with the same meaning; shipped SQL uses these and not the engine's own.

-- Whole days from the first day to the second; negative when the second is earlier.
create or replace macro gb_days(earlier, later) as date_diff('day', cast(earlier as date), cast(later as date));

-- Hours from the first instant to the second, with their fraction.
create or replace macro gb_hours(earlier, later) as date_diff('microsecond', cast(earlier as timestamp), cast(later as timestamp)) / 3600000000.0;

-- China has kept one clock since its last summer time in 1991: an addition, where other zones are looked up.
create or replace macro gb_is_plainly_china(moment, zone) as
  zone = 'Asia/Shanghai' and moment >= timestamp '1992-01-01' and moment < timestamp '2200-01-01';

-- The instant (UTC) of a clock reading in a zone.
create or replace macro gb_utc(local_time, zone) as case
  when gb_is_plainly_china(cast(local_time as timestamp), zone) then make_timestamp(epoch_us(cast(local_time as timestamp)) - 28800000000)
  else timezone('UTC', timezone(zone, cast(local_time as timestamp)))
end;

-- The clock reading in a zone of an instant (UTC).
create or replace macro gb_local(utc_time, zone) as case
  when gb_is_plainly_china(cast(utc_time as timestamp), zone) then make_timestamp(epoch_us(cast(utc_time as timestamp)) + 28800000000)
  else timezone(zone, timezone('UTC', cast(utc_time as timestamp)))
end;

-- The day in a zone of an instant (UTC).
create or replace macro gb_local_day(utc_time, zone) as cast(gb_local(utc_time, zone) as date);

-- Monday = 1 … Sunday = 7.
create or replace macro gb_isodow(day) as isodow(day);

create or replace macro gb_replace_all(text, pattern, replacement) as regexp_replace(text, pattern, replacement, 'g');

-- Whether the whole text matches a regular expression.
create or replace macro gb_fits(text, pattern) as regexp_full_match(text, pattern);

-- Lists of texts: whether a text is among them, how many there are, the one at a place from 1 on (nothing
-- past the end), and the list of five texts without those that are missing. As one text they are kept apart
-- by a character that nobody types, and become a list again.
create or replace macro gb_has(list, text) as list_contains(list, text);
create or replace macro gb_size(list) as coalesce(len(list), 0);
create or replace macro gb_at(list, place) as list[place];
create or replace macro gb_list(a, b, c, d, e) as list_filter([a, b, c, d, e], lambda x : x is not null);
create or replace macro gb_as_text(list) as array_to_string(list, chr(31));
create or replace macro gb_as_list(text) as string_split(text, chr(31));

-- A category as a path, its steps apart by a slash, whatever a file writes between them: 美妆 > 护肤 is 美妆/护肤.
-- Most categories are no path, and to ask for its signs costs half of a pattern.
create or replace macro gb_category_path(text) as case
  when contains(text, '/') or contains(text, '>') or contains(text, '／') or contains(text, '＞') or contains(text, '»') or contains(text, '›')
    then regexp_replace(text, ' *[/／>＞»›] *', '/', 'g')
  else text
end;

-- The path of a category that stands under another one; where the file writes the whole path again, that.
create or replace macro gb_category_under(above, text) as case
  when text is null then above
  when above is null or starts_with(gb_category_path(text), above || '/') then gb_category_path(text)
  else above || '/' || gb_category_path(text)
end;

-- The first steps of a path, one, two or three; nothing where it has fewer.
create or replace macro gb_category_level(path, level) as case
  when not contains(path, '/') then case when level = 1 then nullif(path, '') end
  when level = 1 then nullif(split_part(path, '/', 1), '')
  when split_part(path, '/', level) = '' then null
  when level = 2 then split_part(path, '/', 1) || '/' || split_part(path, '/', 2)
  else split_part(path, '/', 1) || '/' || split_part(path, '/', 2) || '/' || split_part(path, '/', 3)
end;

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

-- ---------------------------------------------------------------------------------------------
-- Standardisers of quality. Each takes the text of a cell; gb_x gives the clean value or nothing,
-- gb_x_fault says why there is nothing (or, for a name, what is odd about it). The cheap test comes
-- first everywhere: most cells are already as they should be.

-- What counts as white space around a text: also the wide space, the unbreakable one, and marks
-- that nobody sees.
-- Written as bytes: what is not written out is worked out for each cell of each statement.
create or replace macro gb_white() as E' \t\n\x0B\f\r\xC2\xA0\xE3\x80\x80\xEF\xBB\xBF\xE2\x80\x8B';

-- The same for every cell, at the same price: where few different texts fill a column, the engine does
-- it once for each of them, and not once a row. Any case around it would undo that.
create or replace macro gb_trimmed(text) as nullif(trim(text, gb_white()), '');

-- The text without the white space around it; nothing instead of an empty one. For columns in which
-- every text is another, and most have nothing around them.
create or replace macro gb_text(text) as case
  when text >= '!' and not ends_with(text, ' ') and not ends_with(text, E'\t') and not ends_with(text, E'\n')
    and (strlen(text) = length(text)
      or not (ends_with(text, E'\xE3\x80\x80') or starts_with(text, E'\xE3\x80\x80') or ends_with(text, E'\xC2\xA0') or starts_with(text, E'\xC2\xA0') or starts_with(text, E'\xEF\xBB\xBF')))
    then text
  else gb_trimmed(text)
end;

-- Whether there is anything but white space in a text: for whoever counts, and does not read.
create or replace macro gb_says(text) as case
  when text >= '!' and unicode(text) not in (160, 12288, 65279) then true
  else gb_trimmed(text) is not null
end;

create or replace macro gb_is_tidy(text) as
  strlen(text) = length(text) and text >= '!' and not ends_with(text, ' ') and not ends_with(text, E'\t') and not ends_with(text, E'\n');

-- Whether anything in a text is wide or not seen, which gb_narrow puts right. Asking costs a tenth of it,
-- and most Chinese text has none of it.
create or replace macro gb_is_wide(text) as
  regexp_matches(text, '[\x{FF01}-\x{FF5E}\x{2212}\x{3000}\x{A0}\x{200B}-\x{200D}\x{FEFF}\x{202A}-\x{202E}\x{2060}]');

create or replace macro gb_narrow(text) as translate(text,
    '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～−'
      || E'\xE3\x80\x80\xC2\xA0\xE2\x80\x8B\xE2\x80\x8C\xE2\x80\x8D\xEF\xBB\xBF\xE2\x80\xAA\xE2\x80\xAB\xE2\x80\xAC\xE2\x80\xAD\xE2\x80\xAE\xE2\x81\xA0',
    '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~-  ');

create or replace macro gb_tidied(text) as case when gb_is_wide(text) then gb_trimmed(gb_narrow(text)) else gb_text(text) end;

-- As gb_text, with full-width letters, digits and signs made half-width, and without invisible
-- marks (Excel hides U+202D before pasted phone numbers). For whatever a machine will compare.
create or replace macro gb_tidy(text) as case when gb_is_tidy(text) then text else gb_tidied(text) end;

-- What people and programs write where there is nothing to write. Nothing of it begins with a digit.
-- The first character is asked before the list: hardly any value begins with one of these.
create or replace macro gb_nothing(text) as length(text) <= 9
  and unicode(text) in (45, 8212, 47, 92, 46, 42, 63, 95, 26080, 27809, 26242, 31354, 26410, 19981, 20445, 124, 110, 78, 40, 60, 91, 117, 85, 69, 35)
  and text in (
  '-', '--', '---', '—', '——', '/', '\', '.', '..', '*', '?', '??', '_', '无', '无。', '没有', '暂无', '空', '未知', '不详', '未填写', '未填', '不明', '保密',
  'null', 'NULL', 'Null', '(null)', '(NULL)', '<null>', '[null]', '\N', 'none', 'None', 'NONE', 'n/a', 'N/A', 'n.a.', 'nan', 'NaN', 'NAN', 'nil', 'undefined',
  'unknown', 'Unknown', 'UNKNOWN', 'empty', '#n/a', '#N/A', '#NULL!', '#REF!', '#VALUE!', '#NAME?', '#DIV/0!', '#NUM!');

-- What is empty is asked for first wherever a text is not read at once: empty cells would all go the long way round.
-- A macro is written out wherever it is named, each time with all that it is given: what is long is given to a lambda, as
-- a list of one, and named in it as often as need be. Patterns stay outside of it.

-- Words of a person, such as a city or a level.
create or replace macro gb_words(text) as case when gb_nothing(trim(text, gb_white())) then null else gb_trimmed(text) end;

create or replace macro gb_words_fault(text) as
  case when gb_nothing(trim(text, gb_white())) then 'quality.placeholder' end;

-- A word that stands for something, such as a level or a shop: wide letters and digits are made narrow, so that
-- ＶＩＰ１ and VIP1 are one. Whole sentences keep their wide signs: those are how Chinese is written.
-- None of those that say nothing has a wide letter or digit in it, so what has one need not be asked.
create or replace macro gb_label(text) as coalesce(
  case when strlen(text) > length(text) and regexp_matches(text, '[Ａ-Ｚａ-ｚ０-９]') then gb_narrow(trim(text, gb_white())) end,
  gb_words(text));

create or replace macro gb_code_of(tidy) as case
  when ends_with(tidy, '.0') and try_cast(tidy as decimal(38,1)) is not null then left(tidy, length(tidy) - 2)
  when gb_nothing(tidy) or contains(tidy, 'E+') and regexp_full_match(tidy, '[0-9](\.[0-9]+)?E\+[0-9]+') then null
  else tidy
end;

-- Whether a text of which no number or time can be made means something all the same: then its row is spoilt.
create or replace macro gb_is_spoilt(text) as coalesce(starts_with(gb_tidy(text), '#') or not gb_nothing(gb_tidy(text)), false);

-- A number that names something: an account, an order. 17850.0 is what Excel made of 17850; of
-- 1.38E+10 nobody can say what it was.
create or replace macro gb_code(text) as case
  when text is null then null
  when gb_is_tidy(text) then gb_code_of(text)
  else list_transform([gb_tidied(text)], lambda c1: gb_code_of(c1))[1]
end;

-- Empty exactly when gb_code is.
create or replace macro gb_code_probe(text) as case
  when text is null then null
  when gb_is_tidy(text) then
    case when gb_nothing(text) or contains(text, 'E+') and regexp_full_match(text, '[0-9](\.[0-9]+)?E\+[0-9]+') then null else text end
  else list_transform([gb_tidied(text)], lambda c0: gb_code_of(c0))[1]
end;

create or replace macro gb_code_fault(text) as list_transform([gb_tidy(text)], lambda c2:
  case
    when gb_nothing(c2) then 'quality.placeholder'
    when contains(c2, 'E+') and regexp_full_match(c2, '[0-9](\.[0-9]+)?E\+[0-9]+') then 'quality.code-rounded'
  end)[1];

-- Cards are read aloud and typed in either case.
create or replace macro gb_card(text) as upper(gb_code(text));

-- SW1A 1AA, 310000.
create or replace macro gb_postcode(text) as nullif(gb_card(text), '000000');

create or replace macro gb_postcode_fault(text) as case when gb_card(text) = '000000' then 'quality.placeholder' else gb_code_fault(text) end;

-- A phone number without what stands around its digits; + before a foreign one.
create or replace macro gb_phone_bare(tidy) as list_transform(
  [translate(case when ends_with(tidy, '.0') then left(tidy, length(tidy) - 2) else tidy end, ' -()·.–—_', '')], lambda p1:
  case
    when starts_with(p1, '+86') then ltrim(substr(p1, 4), '0')
    when starts_with(p1, '0086') then ltrim(substr(p1, 5), '0')
    when starts_with(p1, '86') and length(p1) = 13 then substr(p1, 3)
    when starts_with(p1, '00') then '+' || substr(p1, 3)
    when starts_with(p1, '01') and length(p1) = 12 then substr(p1, 2)
    else p1
  end)[1];

-- Numbers that forms offer as an example, or that fingers type to get past a form.
create or replace macro gb_phone_idle(mobile) as
  mobile in ('13800138000', '13800138001', '13900139000', '13012345678', '13112345678', '18612345678', '13123456789', '13812341234', '13712345678')
  or substr(mobile, 4) in ('12345678', '87654321', '11112222', '12341234')
  or substr(mobile, 4) = repeat(substr(mobile, 4, 1), 8);

-- Whether + and digits can be a number of some country: its code is one that is given out, and it has as many digits as
-- that country's numbers have. Codes of which this table says no more take 4 to 12 digits behind them.
create or replace macro gb_is_foreign(number) as regexp_full_match(number,
  '\+(1[2-9][0-9]{2}[2-9][0-9]{6}|7[3-9][0-9]{9}|20[0-9]{8,10}|27[1-9][0-9]{8}|3[0-469][0-9]{8,10}|31[1-9][0-9]{8}|33[1-9][0-9]{8}|4[013578][0-9]{8,11}|44[1-9][0-9]{8,9}|46[1-9][0-9]{6,9}|49[1-9][0-9]{5,12}'
  || '|5[1-8][0-9]{8,11}|60[1-9][0-9]{7,9}|61[1-9][0-9]{8}|62[1-9][0-9]{7,11}|63[1-9][0-9]{7,9}|64[2-9][0-9]{7,9}|65[3689][0-9]{7}|66[1-9][0-9]{7,8}|81[1-9][0-9]{8,9}|82[1-9][0-9]{7,9}|84[1-9][0-9]{8,9}'
  || '|9[0-58][0-9]{8,11}|852[2-9][0-9]{7}|853[268][0-9]{7}|886[1-9][0-9]{7,8}|(21[1-368]|2[2-69][0-9]|3[578][0-9]|42[013]|50[0-9]|59[0-9]|67[0-9]|68[0-9]|69[0-2]|85[056]|88[0]|96[0-8]|97[0-7]|99[2-68])[0-9]{4,12})');

-- A Chinese mobile number as 11 digits, a foreign number as + and its digits.
create or replace macro gb_phone_of(bare) as case
  when regexp_full_match(bare, '1[3-9][0-9]{9}') then case when gb_phone_idle(bare) then null else bare end
  when starts_with(bare, '+') and length(bare) between 8 and 16 and gb_is_foreign(bare) then bare
end;

-- A number that a platform lends for one order: a mobile number and the extension behind it, 17012345678-3421 or
-- 13812345678转3421. It rings at the customer's for some weeks and then at a stranger's.
create or replace macro gb_is_privacy_number(tidy) as
  contains(tidy, '隐私号') or contains(tidy, '虚拟号')
  or regexp_full_match(tidy, '(\+?86)?[ -]?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}\s*(转|分机|ext\.?|EXT\.?|[-,;#_xX])+\s*[0-9]{1,6}');

-- The first mobile number of a cell in which several numbers stand: 13812340001/13912340002.
create or replace macro gb_phone_first(tidy) as
  regexp_extract(tidy, '(?:^|[^0-9])((?:\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4})(?:$|[^0-9])', 1);

-- A mobile number that is well is taken at once; of several in a cell the first.
create or replace macro gb_phone(text) as case
  when length(text) = 11 and regexp_full_match(text, '1[3-9][0-9]{9}') then case when gb_phone_idle(text) then null else text end
  when contains(text, '*') or regexp_full_match(text, '1[3-9][0-9]{9}-[0-9]{1,6}') then null
  when text is not null then list_transform([gb_tidy(text)], lambda p3: list_transform([gb_phone_bare(
      case when length(p3) > 17 and gb_phone_first(p3) <> '' and not gb_is_privacy_number(p3) then gb_phone_first(p3) else replace(p3, '(0)', '') end)], lambda p2: gb_phone_of(p2))[1])[1]
end;

-- A number in a house: area code, number and extension as they are written in China, 010-62781234-801. The country
-- stands before none of them, as it does before no mobile number; a foreign one is + and its digits. An area of two
-- digits has numbers of eight.
create or replace macro gb_landline_form() as
  '(?i)(?:(?:\+|00)?86[- ]*\(?0?|\(?0)(?:(10|2[0-57-9])\)?[- ]*([2-8][0-9]{3})[- ]?([0-9]{4})|([3-9][0-9]{2})\)?[- ]*([2-8][0-9]{2,3})[- ]?([0-9]{4}))(?:\s*(?:转|分机|ext\.?|[-#x,])+\s*([0-9]{1,6}))?';

create or replace macro gb_landline_of(tidy) as case
  when regexp_full_match(tidy, gb_landline_form()) and not regexp_matches(tidy, '2{7}|3{7}|4{7}|5{7}|6{7}|7{7}|8{7}')
    then rtrim(regexp_replace(tidy, gb_landline_form(), '0\1\4-\2\5\3\6-\7'), '-')
end;

-- The first landline of a cell in which several numbers stand.
create or replace macro gb_landline_first(tidy) as
  gb_landline_of(regexp_extract(tidy, '(?:^|[^0-9+-])(0[0-9]{2,3}[- ]?[2-8][0-9]{6,7})(?:$|[^0-9])', 1));

create or replace macro gb_landline(text) as case
  when text is null or length(text) = 11 and starts_with(text, '1') or contains(text, '*') then null
  else list_transform([gb_tidy(text)], lambda h5: coalesce(gb_landline_of(h5),
    case
      when starts_with(h5, '+') or starts_with(h5, '00') then list_transform([gb_phone_bare(replace(h5, '(0)', ''))], lambda h6: case when starts_with(h6, '+') then gb_phone_of(h6) end)[1]
      when length(h5) > 17 then gb_landline_first(h5)
    end))[1]
end;

-- The same in a column of mobile numbers, where a foreign number stays what it is.
create or replace macro gb_landline_beside(text) as case
  when text is null or length(text) = 11 and starts_with(text, '1') or contains(text, '*') then null
  else list_transform([gb_tidy(text)], lambda h7: coalesce(gb_landline_of(h7), case when length(h7) > 17 then gb_landline_first(h7) end))[1]
end;

-- 400 numbers ring at companies.
create or replace macro gb_is_hotline(tidy) as regexp_full_match(tidy, '[48]00[- ]?[0-9]{3}[- ]?[0-9]{4}|[48]00[0-9]-?[0-9]{3}-?[0-9]{3}|95[0-9]{3,6}');

create or replace macro gb_landline_fault(text) as list_transform([gb_tidy(text)], lambda h8:
  case
    when h8 is null or gb_landline(h8) is not null then null
    when gb_nothing(h8) then 'quality.placeholder'
    when contains(h8, '*') then 'quality.phone-masked'
    when contains(h8, 'E+') then 'quality.code-rounded'
    when gb_phone(h8) is not null then 'quality.landline-mobile'
    when gb_is_hotline(h8) then 'quality.phone-hotline'
    when regexp_full_match(h8, '[2-8][0-9]{2,3}-?[0-9]{4}') then 'quality.landline-no-area'
    else 'quality.landline-invalid'
  end)[1];

-- Whether a cell holds more mobile numbers than the one that is taken of it.
create or replace macro gb_phone_is_several(text) as
  length(text) > 17 and regexp_matches(text, '1[3-9][0-9]{9}[^0-9]+(?:86[- ]?)?1[3-9][0-9]{9}(?:$|[^0-9])');

-- Whether gb_phone_fault has anything to say of a text, of which this number was taken.
create or replace macro gb_phone_is_odd(text, phone) as case
  when phone is null then text is not null
  else gb_phone_is_several(text)
end;

-- The two that fill whole columns come first, and outside a lambda: inside one the engine builds its patterns anew for
-- every two thousand rows.
create or replace macro gb_phone_fault(text) as case
  when text is null then null
  when regexp_full_match(text, '1[3-9][0-9]{9}-[0-9]{1,6}') then 'quality.privacy-number'
  when regexp_full_match(text, '1[3-9][0-9]{1,8}\*+[0-9]{1,8}') then 'quality.phone-masked'
  when gb_phone(text) is not null then case when gb_phone_is_several(text) then 'quality.phone-several' end
  else list_transform([gb_tidy(text)], lambda p4:
  list_transform([gb_phone_bare(p4)], lambda p5:
    case
      when p4 is null then null
      when gb_nothing(p4) then 'quality.placeholder'
      when contains(p4, '*') or regexp_full_match(p4, '[0-9]{3}[xX#.]{3,}[0-9]{2,4}') then 'quality.phone-masked'
      when gb_is_privacy_number(p4) then 'quality.privacy-number'
      when contains(p4, 'E+') then 'quality.code-rounded'
      when regexp_full_match(p5, '1[3-9][0-9]{9}') then 'quality.placeholder'
      when regexp_full_match(p5, '[0-9]{6,}') and p5 = repeat(substr(p5, 1, 1), length(p5)) then 'quality.placeholder'
      when gb_landline_of(p4) is not null or length(p4) > 17 and gb_landline_first(p4) is not null then 'quality.phone-landline'
      when gb_is_hotline(p4) then 'quality.phone-hotline'
      when regexp_full_match(p4, '[2-8][0-9]{2,3}[- ]?[0-9]{4}') then 'quality.landline-no-area'
      else 'quality.phone-invalid'
    end)[1])[1]
end;

create or replace macro gb_email_idle(email) as
  email in ('test@test.com', '123@qq.com', '123456@qq.com', 'a@a.com', 'aa@aa.com', 'abc@abc.com', 'test@qq.com', 'test@163.com', '1@1.com',
    '1@qq.com', '123@163.com', 'abc@qq.com', 'xxx@xxx.com', 'admin@admin.com', 'none@none.com', 'no@no.com', 'null@null.com')
  or ends_with(email, '@example.com') or ends_with(email, '@example.org') or ends_with(email, '@example.net') or ends_with(email, '@test.com');

-- Where most mail addresses are. What is one of these is written right.
create or replace macro gb_is_mail_domain(domain) as domain in (
  'qq.com', '163.com', '126.com', 'gmail.com', 'hotmail.com', 'outlook.com', 'sina.com', 'sina.cn', 'sohu.com', 'foxmail.com', 'yahoo.com', 'icloud.com', '139.com', '189.cn',
  'yeah.net', 'aliyun.com', 'vip.qq.com', 'live.com', 'live.cn', 'msn.com', 'me.com', 'mail.com', 'ymail.com', 'email.com', 'yahoo.com.cn', 'yahoo.co.uk', 'hotmail.co.uk', 'googlemail.com',
  'vip.163.com', 'vip.sina.com', '21cn.com', 'tom.com', '188.com', 'wo.cn', 'hotmail.fr', 'hotmail.de', 'hotmail.it', 'outlook.fr', 'outlook.de', 'yahoo.fr', 'yahoo.de', 'gmx.com', 'gmx.de', 'gmx.net', 'rocketmail.com', 'ymail.cn', 'aol.com');

-- The domain that another one is a slip of, if it is. Long names may differ by one letter from the second on; of short
-- ones (163 and 126 are both right, so is a shop called q9.com) the slips are written down.
create or replace macro gb_mail_domain_meant(domain) as case
  when gb_is_mail_domain(domain) then null
  when domain in ('qq.con', 'qq.cm', 'qq.co', 'qq.cmo', 'qq.ocm', 'qq.comm', 'qq.vom', 'qq.xom', 'qq.om', 'qqq.com', 'qq.cim', 'qq.cpm', 'qq.coom', 'qq.cn') then 'qq.com'
  when domain in ('163.con', '163.cm', '163.co', '163.cmo', '163.ocm', '163.comm', '163.vom', '163.xom', '163.om', '1163.com', '163.cim', '163.cpm', '1633.com', '163.cn') then '163.com'
  when domain in ('126.con', '126.cm', '126.co', '126.cmo', '126.ocm', '126.comm', '126.vom', '126.xom', '126.om', '126.cim', '126.cpm', '1126.com', '1266.com', '126.cn') then '126.com'
  when domain in ('139.con', '139.cm', '139.co', '139.cn') then '139.com'
  when domain in ('189.com', '189.cm') then '189.cn'
  when domain in ('sina.con', 'sina.cm', 'sinna.com', 'siina.com') then 'sina.com'
  when domain in ('mgail.com', 'gmail.cn') then 'gmail.com'
  when domain in ('ohtmail.com', 'otmail.com', 'hotmail.cn') then 'hotmail.com'
  when domain in ('uotlook.com', 'utlook.com', 'outlook.cn') then 'outlook.com'
  when domain in ('ofxmail.com', 'oxmail.com') then 'foxmail.com'
  else coalesce(case when length(domain) between 7 and 13 then
    case left(domain, 1)
      when 'g' then case when damerau_levenshtein(domain, 'gmail.com') = 1 then 'gmail.com' end
      when 'h' then case when damerau_levenshtein(domain, 'hotmail.com') = 1 then 'hotmail.com' end
      when 'o' then case when damerau_levenshtein(domain, 'outlook.com') = 1 then 'outlook.com' end
      when 'f' then case when damerau_levenshtein(domain, 'foxmail.com') = 1 then 'foxmail.com' end
      when 'i' then case when damerau_levenshtein(domain, 'icloud.com') = 1 then 'icloud.com' end
      when 'y' then case when damerau_levenshtein(domain, 'yahoo.com') = 1 then 'yahoo.com' end
      when 'a' then case when damerau_levenshtein(domain, 'aliyun.com') = 1 then 'aliyun.com' end
    end end,
    case when right(domain, 4) in ('.con', '.cmo', '.ocm') then left(domain, length(domain) - 3) || 'com' end)
end;

-- What an address most likely should be, x@gmail.com of x@gmial.com; nothing where nothing looks mistyped. It is
-- suggested and never taken by itself: gmial.com may be somebody's.
create or replace macro gb_email_suggested(text) as list_transform([lower(gb_tidy(text))], lambda e7:
  split_part(e7, '@', 1) || '@' || list_transform([split_part(e7, '@', 2)], lambda e9: gb_mail_domain_meant(e9))[1])[1];

-- Whether gb_email_fault has anything to say of a text, of which this address was taken.
create or replace macro gb_email_is_odd(text, email) as case
  when email is null then text is not null
  when ends_with(email, '@qq.com') or ends_with(email, '@163.com') or ends_with(email, '@126.com') or ends_with(email, '@gmail.com') then false
  when not regexp_matches(email, '@(q+|[0-9]{3,4}|sii?nn?a|mgail|[ou][a-z]{5,7}|g[a-z]{2,5}|h[a-z]{5,7}|f[a-z]{5,7}|i[a-z]{4,6}|y[a-z]{3,5}|a[a-z]{4,6})\.[a-z]{1,4}$|\.(con|cmo|ocm)$') then false
  else list_transform([substr(email, instr(email, '@') + 1)], lambda e8: gb_mail_domain_meant(e8) is not null)[1]
end;

-- Lower case, without spaces.
create or replace macro gb_email_tidied(text) as list_transform([lower(translate(gb_tidy(text), '。 ', '.'))], lambda e3:
  case
    when gb_email_idle(e3) or contains(e3, '*') then null
    when length(e3) <= 254 and not contains(e3, '..')
      and regexp_full_match(e3, '[a-z0-9!#$%&''*+/=?^_`{|}~-][a-z0-9.!#$%&''*+/=?^_`{|}~-]*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}')
      then e3
  end)[1];

-- Most are so already: they are asked at once, and what is none of them bit by bit.
create or replace macro gb_email(text) as case
  when text is null then null
  when length(text) <= 254 and not contains(text, '..')
    and not contains(text, '*') and regexp_full_match(text, '[a-z0-9!#$%&''+/=?^_`{|}~-][a-z0-9.!#$%&''+/=?^_`{|}~-]*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}')
    then case when gb_email_idle(text) then null else text end
  else gb_email_tidied(text)
end;

create or replace macro gb_email_fault(text) as case
  when text is null then null
  when gb_email(text) is not null then case when gb_email_suggested(text) is not null then 'quality.email-typo' end
  else list_transform([gb_tidy(text)], lambda e4:
    case
      when e4 is null then null
      when gb_nothing(e4) or gb_email_idle(lower(e4)) then 'quality.placeholder'
      when contains(e4, '*') then 'quality.email-masked'
      else 'quality.email-invalid'
    end)[1]
end;

-- Whether a text is a surname: one character, or one of those that have two.
create or replace macro gb_surname_only(name) as length(name) = 1 or name in (
  '欧阳', '司马', '上官', '诸葛', '司徒', '东方', '独孤', '南宫', '夏侯', '皇甫', '尉迟', '公孙', '慕容', '令狐', '宇文', '长孙', '端木', '轩辕', '百里', '东郭', '西门', '闻人', '呼延', '万俟', '澹台', '赫连', '申屠', '太史', '钟离', '濮阳',
  '司空', '司寇', '太叔', '公冶', '公羊', '淳于', '单于', '鲜于', '第五', '南门', '东门', '左丘', '梁丘', '谷梁', '乐正', '拓跋', '漆雕', '公良', '仲孙', '叔孙', '宗政', '贺兰', '纳兰', '羊舌', '闾丘', '巫马', '亓官', '颛孙', '完颜', '叶赫');

-- What stands before a form of address; nothing when there is none. 王小明先生 → 王小明, 王总 → 王. A title of one
-- character is one behind a surname only.
create or replace macro gb_name_before_title(name) as case
  when right(name, 2) in ('先生', '女士', '小姐', '太太', '夫人', '老师', '经理', '医生', '医师', '大夫', '师傅', '主任', '教授', '博士', '律师', '老板', '店长', '厂长',
    '院长', '校长', '局长', '处长', '科长', '部长', '会长', '董事', '总监', '主管', '书记', '队长', '护士', '同学', '阿姨', '大哥', '大姐', '叔叔')
    then case when right(name, 3) in ('总经理', '副经理', '副主任', '副教授') then left(name, length(name) - 3) else left(name, length(name) - 2) end
  when ends_with(name, '董事长') then left(name, length(name) - 3)
  when right(name, 1) in ('总', '工', '董', '哥', '姐', '叔', '姨', '嫂', '伯') and gb_surname_only(left(name, length(name) - 1)) then left(name, length(name) - 1)
end;

create or replace macro gb_has_han(text) as strlen(text) <> length(text) and regexp_matches(text, '\p{Han}');

-- Words that stand all in one case with a capital each: ZHANG WEI and zhang wei are Zhang Wei, o'brien is O'Brien.
-- What mixes cases was written with care (McDonald), and initials have no vowel (JJ).
create or replace macro gb_name_cased(name) as case
  when strlen(name) <> length(name) or name <> lower(name) and (name <> upper(name) or not regexp_matches(name, '[AEIOUY]')) then name
  else regexp_extract(name, '^[ ''-]*')
    || array_to_string(list_transform(regexp_extract_all(lower(name), '[^ ''-]+[ ''-]*'), lambda w1: upper(left(w1, 1)) || substr(w1, 2)), '')
end;

-- A surname or a given name by itself.
create or replace macro gb_name_part(text) as case
  when text is null then null
  when regexp_full_match(text, '[\x{4E00}-\x{9FA5}]{1,3}|[A-Z][a-z]+') and not gb_nothing(text) then text
  when contains(text, '*') then null
  else list_transform([gb_tidy(text)], lambda n13: case
      when gb_nothing(n13) or not regexp_matches(n13, '\p{L}') then null
      when strlen(n13) = length(n13) then gb_name_cased(n13)
      when contains(n13, ' ') then regexp_replace(n13, ' +', case when regexp_matches(n13, '\p{Han}') then '' else ' ' end, 'g')
      else n13
    end)[1]
end;

create or replace macro gb_name_part_fault(text) as list_transform([gb_tidy(text)], lambda n6:
  case
    when n6 is null or gb_name_part(n6) is not null then null
    when gb_nothing(n6) then 'quality.placeholder'
    when contains(n6, '*') then 'quality.name-masked'
    else 'quality.name-invalid'
  end)[1];

-- The name of whom a file tells the surname and the given name: 王 and 小明 are 王小明, Smith and Ann are Ann Smith.
create or replace macro gb_full_name(surname, given) as case
  when surname is null then given
  when given is null then surname
  when gb_has_han(surname) then surname || given
  else given || ' ' || surname
end;

create or replace macro gb_name_idle_in_han(name) as name in (
  '测试', '测试用户', '测试账号', '测试员', '匿名', '匿名用户', '匿名买家', '用户', '新用户', '客户', '顾客', '会员', '散客', '游客', '买家', '先生', '女士', '小姐', '太太',
  '姓名', '某某', '某某某', '张某', '李某', '某先生', '某女士', '暂无', '没有', '未知', '不详', '未填写', '未填', '不明', '保密', '同上', '本人');

create or replace macro gb_name_idle_in_letters(name) as lower(name) in (
  'test', 'tester', 'test1', 'test123', 'test user', 'aaa', 'abc', 'asdf', 'xxx', 'user', 'guest', 'customer', 'anonymous', 'name');

create or replace macro gb_name_idle(name) as gb_name_idle_in_han(name) or gb_name_idle_in_letters(name) or name in ('男', '女');

-- Whether a name is of a company, or of an office: 杭州某某有限公司, Acme Ltd. The end of it is asked alone.
create or replace macro gb_is_company_in_letters(name) as
  right(lower(name), 3) in ('ltd', 'td.', 'inc', 'nc.', 'llc', 'llp', 'plc', 'orp', 'rp.', 'ted', 'ion', 'any', 'mbh', 'pty', ' kg', ' co', 'co.')
  and regexp_matches(name, '(?i)([ ,](ltd|limited|inc|incorporated|llc|llp|plc|corp|corporation|company|gmbh|pty|kg)|(,|&| and) co)\.?$');

create or replace macro gb_is_company(name) as case
  when length(name) < 4 then false
  when strlen(name) = length(name) then gb_is_company_in_letters(name)
  else right(name, 2) in ('公司', '集团', '商行', '超市', '酒店', '学校', '医院', '银行', '商场', '药房', '药店', '饭店', '餐厅', '酒楼', '宾馆', '大学', '中学', '小学', '工厂', '门店', '商店', '网店', '公寓')
    or right(name, 3) in ('工作室', '事务所', '经营部', '办事处', '旗舰店', '专卖店', '专营店', '营业部', '委员会', '服务部', '门市部', '合作社', '办公室', '幼儿园', '服务站')
    or length(name) > 5 and right(name, 1) in ('厂', '店')
end;

create or replace macro gb_name_of(spaced) as case
  when gb_nothing(spaced) or gb_name_idle(spaced) or contains(spaced, '＊') or gb_is_company(spaced) then null
  else list_transform([gb_name_before_title(spaced)], lambda n7: case when gb_surname_only(n7) then spaced else coalesce(n7, spaced) end)[1]
end;

-- Most names are so: two to four Chinese characters without a title or the end of a company's name, or two words with a
-- capital each.
create or replace macro gb_name_is_plain_in_han(text) as
  regexp_full_match(text, '[\x{4E00}-\x{9FA5}]{2,4}')
  and right(text, 1) not in ('总', '工', '董', '哥', '姐', '叔', '姨', '嫂', '伯', '生', '士', '太', '人', '师', '理', '夫', '傅', '任', '授', '板', '长', '事', '监', '管', '记', '学',
    '司', '团', '行', '市', '店', '院', '场', '房', '厅', '楼', '馆', '厂', '寓', '室', '所', '部', '处', '会', '社', '园', '站',
    '试', '号', '员', '名', '户', '客', '家', '某', '无', '有', '知', '详', '写', '填', '明', '密', '上')
  or regexp_full_match(text, '[\x{4E00}-\x{9FA5}]{2,3}')
    and right(text, 2) not in ('先生', '女士', '小姐', '太太', '夫人', '老师', '经理', '医生', '医师', '大夫', '师傅', '主任', '教授', '博士', '律师', '老板', '店长', '厂长',
      '院长', '校长', '局长', '处长', '科长', '部长', '会长', '董事', '总监', '主管', '书记', '队长', '护士', '同学', '董长')
    and right(text, 1) not in ('总', '工', '董', '哥', '姐', '叔', '姨', '嫂', '伯') and length(text) = 3
    and not gb_name_idle_in_han(text);

create or replace macro gb_name_is_plain_in_letters(text) as
  regexp_full_match(text, '[A-Z][a-z]+ [A-Z][a-z]+')
  and right(text, 3) not in ('Ltd', 'Inc', 'Llc', 'Llp', 'Plc', 'orp', 'ted', 'ion', 'any', 'mbh', 'Pty', ' Co', 'ser')
  and split_part(text, ' ', 1) not in ('Mr', 'Mrs', 'Ms', 'Miss', 'Dr', 'Prof', 'Sir', 'Madam');

-- A surname that stands first goes last, and a title before a whole name goes.
create or replace macro gb_name_turned(name) as regexp_replace(regexp_replace(
  case
    when contains(name, ',') and not regexp_matches(name, '(?i), *(jr|sr|ii|iii|iv|phd|md|esq|ltd|limited|inc|llc|co)\.?( |$)')
      then regexp_replace(name, '^([^,]*[^, ]) *, *([^,]*[^, ])$', '\2 \1')
    else name
  end, '(?i)^(mr|mrs|ms|miss|dr|prof|sir|madam)\.? +([^ ]+ +[^ ])', '\2'), ' +', ' ', 'g');

create or replace macro gb_name_in_letters(turned) as case
  when gb_nothing(turned) or gb_name_idle_in_letters(turned) or gb_is_company_in_letters(turned) then null
  else gb_name_cased(turned)
end;

create or replace macro gb_name_not_plain(tidy) as case
  when contains(tidy, '*') then null
  when strlen(tidy) = length(tidy) then case when regexp_matches(tidy, '[A-Za-z]') then list_transform([gb_name_turned(tidy)], lambda n2: gb_name_in_letters(n2))[1] end
  when regexp_matches(tidy, '\p{L}') then
    list_transform([case when contains(tidy, ' ') then regexp_replace(tidy, ' +', case when regexp_matches(tidy, '\p{Han}') then '' else ' ' end, 'g') else tidy end], lambda n1: gb_name_of(n1))[1]
end;

-- A name as it is written on a card: without doubled spaces, without any between Chinese
-- characters, without the title after a full name. 王先生 stays: there is no more of him. Smith, Ann is Ann Smith. What is
-- not plain goes through a lambda: outside of one the engine takes what is asked twice out of the case, and asks it of
-- every row.
create or replace macro gb_name(text) as case
  when text is null then null
  when gb_name_is_plain_in_han(text) then text
  when gb_name_is_plain_in_letters(text) then text
  when contains(text, '*') then null
  else list_transform([gb_tidy(text)], lambda n11: gb_name_not_plain(n11))[1]
end;

-- Whether a name is a surname with a form of address, and no more: 王先生, Mr Smith.
create or replace macro gb_name_is_surname(name) as case
  when strlen(name) = length(name) then
    split_part(lower(name), ' ', 1) in ('mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'sir', 'madam', 'mr.', 'mrs.', 'ms.', 'dr.', 'prof.') and regexp_full_match(name, '(?i)(mr|mrs|ms|miss|dr|prof|sir|madam)\.? +[^ ]+')
  when length(name) > 6 then false
  else coalesce(gb_surname_only(gb_name_before_title(name)), false)
end;

-- Whether gb_name_fault has anything to say of a text, whose name is this.
create or replace macro gb_name_is_odd(text, name) as case
  when name is null then gb_says(text)
  when gb_name_is_plain_in_han(name) then false
  when gb_name_is_plain_in_letters(name) then false
  else list_transform([name], lambda n12: gb_name_is_surname(n12))[1]
end;

create or replace macro gb_name_fault(text) as case
  when text is null then null
  when contains(text, '*') and regexp_matches(text, '\p{L}') then 'quality.name-masked'
  else list_transform([{'name': gb_name(text), 'tidy': gb_tidy(text)}], lambda n3:
    case
      when n3.name is not null then case when gb_name_is_surname(n3.name) then 'quality.name-surname-only' end
      when n3.tidy is null then null
      when gb_nothing(n3.tidy) or gb_name_idle(n3.tidy) then 'quality.placeholder'
      when contains(n3.tidy, '*') and regexp_matches(n3.tidy, '\p{L}') then 'quality.name-masked'
      when gb_is_company(n3.tidy) then 'quality.name-company'
      else 'quality.name-invalid'
    end)[1]
end;

-- ---------------------------------------------------------------------------------------------
-- Companies. Every legal form has one way to be written: Acme, Inc. and ACME INCORPORATED end in Inc, 有限责任公司 is 有限公司.

create or replace macro gb_company_in_letters(text) as
  regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(text,
    '(?i)[, ]+(limited|ltd)\.?$', ' Ltd'),
    '(?i)[, ]+co\.?,? Ltd$', ' Co Ltd'),
    '(?i)[, ]+(incorporated|inc)\.?$', ' Inc'),
    '(?i)[, ]+(corporation|corp)\.?$', ' Corp'),
    '(?i)[, ]+g\.?m\.?b\.?h\.?$', ' GmbH'),
    '(?i)[, ]+(l\.?l\.?c|l\.l\.c)\.?$', ' LLC');

create or replace macro gb_company_of(label) as case
  when label is null then null
  when not gb_has_han(label) then gb_company_in_letters(regexp_replace(label, ' +', ' ', 'g'))
  else replace(regexp_replace(
    case when regexp_matches(label, '[（）]| ') then translate(regexp_replace(label, '(\p{Han}) +(\p{Han})', '\1\2', 'g'), '（）', '()') else label end,
    '股份公司$', '股份有限公司'), '有限责任公司', '有限公司')
end;

create or replace macro gb_company(text) as case
  when text is null then null
  else list_transform([gb_label(text)], lambda k2: gb_company_of(k2))[1]
end;

-- The company that somebody wrote where a person's name belongs.
create or replace macro gb_company_in_name(text) as case
  when length(text) < 4 then null
  else list_transform([gb_tidy(text)], lambda k1: case when gb_is_company(k1) then gb_company_of(k1) end)[1]
end;

-- Year first, any number of digits in the other parts. An offset of hours alone (10:00:00+08) is one after a clock only:
-- after a day it would be the day.
create or replace macro gb_clock_of(text) as list_transform([regexp_replace(regexp_replace(text, '(:[0-9]{2})[+-][0-9]{2}$', '\1'), '\s*(Z|[+-][0-9]{2}:?[0-9]{2})$', '')], lambda t2:
  coalesce(
    try_strptime(t2, ['%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M', '%Y-%m-%d']),
    try_strptime(regexp_replace(t2, '\s+', ' ', 'g'), ['%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M', '%Y-%m-%d %I:%M:%S %p', '%Y-%m-%d %I:%M %p', '%Y-%m-%d %p %I:%M:%S', '%Y-%m-%d %p %I:%M', '%Y-%m-%d %H'])))[1];

create or replace macro gb_turned(text, order_of_parts) as
  regexp_replace(text, '^\s*([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})', order_of_parts);

create or replace macro gb_clock_named(text) as try_strptime(text, ['%d-%b-%Y', '%d %b %Y', '%b %d, %Y', '%b %d %Y', '%d %B %Y', '%B %d, %Y', '%d-%b-%Y %H:%M:%S', '%d-%b-%Y %H:%M', '%b %d, %Y %H:%M', '%b %d, %Y %H:%M:%S']);

-- As Excel counts: 46082.354 days since 1899-12-30.
create or replace macro gb_clock_counted(text) as
  timestamp '1899-12-30' + to_microseconds(cast(round(cast(text as double) * 86400) as bigint) * 1000000);

-- The clock reading in a text, as written: 2026-03-01 08:30:00, 2026/3/1 8:30, 2026年3月1日8时30分, 20260301, 20260301083000,
-- 46082.354 (days since 1899-12-30, as Excel counts), 25/12/2025 (one part is over 12), 1-Mar-2026. What could be two days
-- (03/04/2026) is none: the mapping says for the column which comes first.
create or replace macro gb_clock_any(tidy) as list_transform([
    regexp_replace(
      trim(translate(replace(replace(regexp_replace(tidy, '(:[0-9]{2})\.[0-9]+', '\1'), '上午', ' AM '), '下午', ' PM '), '年月/.日时点分T秒', '---- ::: ')),
      '[: ]+$', '')], lambda t1:
  case
    when regexp_full_match(tidy, '[0-9]{8}') then try_strptime(tidy, '%Y%m%d')
    when regexp_full_match(tidy, '[0-9]{14}') then try_strptime(tidy, '%Y%m%d%H%M%S')
    when regexp_full_match(tidy, '[1-9][0-9]{4}(\.[0-9]+)?') then
      gb_clock_counted(tidy)
    when regexp_full_match(tidy, '1[0-9]{9}') then epoch_ms(cast(tidy as bigint) * 1000)
    when regexp_full_match(tidy, '1[0-9]{12}') then epoch_ms(cast(tidy as bigint))
    when regexp_full_match(t1, '[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}( .*)?') then
      case
        when cast(split_part(t1, '-', 1) as int) > 12 or split_part(t1, '-', 1) = split_part(t1, '-', 2)
          then gb_clock_of(gb_turned(t1, '\3-\2-\1'))
        when cast(split_part(t1, '-', 2) as int) > 12 then gb_clock_of(gb_turned(t1, '\3-\1-\2'))
      end
    else coalesce(gb_clock_of(t1), gb_clock_named(tidy))
  end)[1];

create or replace macro gb_in_years(moment) as
  case when moment >= timestamp '1900-01-02' and moment < timestamp '2100-01-01' then moment end;

-- Nearly every time is written so: 2026-03-01 08:30:00; many so: 2026-3-1 8:30, 2026/03/01 08:30, 2026.3.1 8:30,
-- 2026年3月1日 8:30:00, 2026-03-01T08:30:00, 20260301, 20260301083000, 46082.354. Nothing of anything else: that takes a lambda with patterns, which the engine
-- builds anew, with all of them, for every two thousand rows of which one needs it.
create or replace macro gb_clock_as_written(text) as case
  when length(text) = 19 and text >= '1900-01-02' and text < '2100' and substr(text, 17, 1) = ':' and substr(text, 5, 1) = '-' then try_cast(text as timestamp)
  else list_transform([case
      when length(text) between 12 and 20 and text >= '19' and text < '21' and contains(text, ':')
        then try_strptime(translate(text, '年月/.T日', '---- '), ['%Y-%m-%d %H:%M', '%Y-%m-%d %H:%M:%S'])
      when length(text) in (8, 14) and text >= '19' and text < '21' then try_strptime(text, ['%Y%m%d', '%Y%m%d%H%M%S'])
      when regexp_full_match(text, '[1-9][0-9]{4}(\.[0-9]{1,12})?') then gb_clock_counted(text)
    end], lambda t5: gb_in_years(t5))[1]
end;

-- 二〇二四年三月十一日 in digits.
create or replace macro gb_day_in_digits(tidy) as
  regexp_replace(regexp_replace(regexp_replace(regexp_replace(translate(tidy, '〇○零一二三四五六七八九', '000123456789'),
    '([0-9])十([0-9])', '\1\2', 'g'), '([0-9])十', '\10', 'g'), '十([0-9])', '1\1', 'g'), '十', '10', 'g');

-- 90-05-01 and 25/12/90: a year of two digits that can be nothing but a year, because no month and no day is so great.
create or replace macro gb_day_of_last_century(tidy) as case
  when regexp_full_match(tidy, '(3[2-9]|[4-9][0-9])[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?') then try_strptime('19' || translate(tidy, '/.年月日', '----'), ['%Y-%m-%d', '%Y-%m-%d-'])
  when regexp_full_match(tidy, '(1[3-9]|2[0-9]|3[01])[-/.][0-9]{1,2}[-/.](3[2-9]|[4-9][0-9])') then try_strptime(regexp_replace(translate(tidy, '/.', '--'), '^([0-9]+)-([0-9]+)-([0-9]+)$', '19\3-\2-\1'), '%Y-%m-%d')
  when regexp_full_match(tidy, '[0-9]{1,2}[-/.](1[3-9]|2[0-9]|3[01])[-/.](3[2-9]|[4-9][0-9])') then try_strptime(regexp_replace(translate(tidy, '/.', '--'), '^([0-9]+)-([0-9]+)-([0-9]+)$', '19\3-\1-\2'), '%Y-%m-%d')
  when regexp_full_match(tidy, '[0-9]{1,2}[- ][A-Za-z]{3}[- ](3[2-9]|[4-9][0-9])') then try_strptime(regexp_replace(tidy, '([0-9]{2})$', '19\1'), ['%d-%b-%Y', '%d %b %Y'])
end;

-- The same for every other way to write it.
create or replace macro gb_clock_not_as_written(tidy) as list_transform([coalesce(gb_day_of_last_century(tidy), gb_clock_any(tidy),
  case when regexp_full_match(tidy, '[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]?') then try_strptime(translate(gb_day_in_digits(tidy), '年月日号', '--'), '%Y-%m-%d') end)], lambda t7: gb_in_years(t7))[1];

create or replace macro gb_clock(text) as coalesce(gb_clock_as_written(text), case when not starts_with(text, '0000') then
    list_transform([gb_tidy(text)], lambda t3: gb_clock_not_as_written(t3))[1] end);

-- Whether the text itself says which instant it is: it ends in an offset, or counts from 1970.
create or replace macro gb_is_instant(tidy) as
  regexp_full_match(tidy, '[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+ ?(Z|[+-][0-9]{2}:?([0-9]{2})?)')
  or regexp_full_match(tidy, '1[0-9]{9}([0-9]{3})?');

-- The instant (UTC) of a text: the clock reading in the zone, unless the text gives its own offset.
create or replace macro gb_moment(text, zone) as coalesce(list_transform([gb_clock_as_written(text)], lambda t0: gb_utc(t0, zone))[1], case when not starts_with(text, '0000') then
  list_transform([gb_tidy(text)], lambda t4:
    case
      when gb_is_instant(t4) then list_transform([case
          when contains(t4, '-') then timezone('UTC', try_cast(regexp_replace(t4, '([+-][0-9]{2})([0-9]{2})$', '\1:\2') as timestamptz))
          else gb_clock_any(t4)
        end], lambda t8: gb_in_years(t8))[1]
      else list_transform([gb_clock(t4)], lambda t9: gb_utc(t9, zone))[1]
    end)[1] end);

create or replace macro gb_day(text) as case
  when length(text) = 10 and text >= '1900-01-02' and text < '2100' and substr(text, 5, 1) = '-' then try_cast(text as date)
  else cast(gb_clock(text) as date)
end;

-- Serves days and moments.
create or replace macro gb_time_fault(text) as list_transform([gb_tidy(text)], lambda t6:
  case
    when t6 is null or gb_clock(t6) is not null then null
    when gb_nothing(t6) then case when starts_with(t6, '#') then 'quality.excel-error' else 'quality.placeholder' end
    when regexp_matches(t6, '^(0{4}[-/.年]?0{1,2}[-/.月]?0{1,2}|1900[-/.]0?1[-/.]0?[01]|1899)') then 'quality.time-zero'
    when regexp_full_match(t6, '[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}.*') and gb_clock_of(gb_turned(t6, '\3-\2-\1')) is not null
      then 'quality.time-ambiguous'
    when regexp_full_match(t6, '(19|20)[0-9]{2}([-/.年](0?[1-9]|1[0-2])月?)?年?|(19|20)[0-9]{2}(0[1-9]|1[0-2])|(0?[1-9]|1[0-2])[-/月](0?[1-9]|[12][0-9]|3[01])[日号]?|[A-Za-z]{3,9} (19|20)[0-9]{2}')
      then 'quality.time-partial'
    when regexp_full_match(t6, '[0-9]{1,2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?|[0-9]{1,2}[- ][A-Za-z]{3}[- ][0-9]{2}') then 'quality.time-short-year'
    else 'quality.time-invalid'
  end)[1];

create or replace macro gb_number_plain(text) as case
  when regexp_full_match(text, '[+-]?\s*[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?') then try_cast(translate(text, ', ', '') as decimal(18,4))
  when regexp_full_match(text, '[+-]?\s*[0-9]*\.?[0-9]+\.?') then try_cast(replace(text, ' ', '') as decimal(18,4))
end;

-- What Chinese and English say instead of zeros, 1.2万, 3亿, 1.2k.
create or replace macro gb_scale_of(text) as case
  when right(text, 2) = '百万' then 1000000
  when right(text, 1) in ('万', '萬', 'w', 'W') then 10000
  when right(text, 1) in ('亿', '億') then 100000000
  when right(text, 1) in ('千', 'k', 'K') then 1000
end;

-- How many kilograms a weight has one of: 500g is 0.5, 2斤 is 1.
create or replace macro gb_weight_of(unit) as case lower(unit)
  when 'kg' then 1.0 when '公斤' then 1.0 when '千克' then 1.0 when 'g' then 0.001 when '克' then 0.001 when '斤' then 0.5 when '市斤' then 0.5 when '两' then 0.05
  when 't' then 1000.0 when '吨' then 1000.0 when 'lb' then 0.4536 when 'oz' then 0.0283
end;

-- A number with what it counts behind it: 3件, 2 pcs, 500g (in kilograms), 12元5角, 1.2万.
create or replace macro gb_number_with_unit(text) as case
  when regexp_full_match(text, '[-+]?[0-9.,]+ ?(件|个|個|只|支|枝|瓶|盒|袋|包|箱|双|套|份|张|本|条|台|把|片|块|次|笔|单|人|位|杯|罐|桶|卷|粒|组|打|分|年|岁|天|小时|分钟|秒|pcs?|pieces?|units?|ea|sets?|boxes|box|pairs?|items?|x)')
    then gb_number_plain(regexp_replace(text, '[^0-9.,+-]+$', ''))
  when regexp_full_match(text, '[0-9.,]+ ?(kg|KG|Kg|公斤|千克|g|G|克|斤|市斤|两|吨|lb|oz)')
    then try_cast(gb_number_plain(regexp_extract(text, '^[0-9.,]+')) * gb_weight_of(trim(regexp_extract(text, '[^0-9.,]+$'))) as decimal(18,4))
  when regexp_full_match(text, '[-+]?[0-9.,]+ ?(百?[万萬]|[亿億千wWkK])')
    then try_cast(gb_number_plain(regexp_extract(text, '^[-+]?[0-9.,]+')) * gb_scale_of(text) as decimal(18,4))
end;

-- Money and other exact numbers: ¥1,299.00, 1299元, (12.50) as accountants write what is owed.
create or replace macro gb_number(text) as case when text is not null then
  coalesce(try_cast(text as decimal(18,4)), list_transform([gb_tidy(text)], lambda m1:
    case when m1 is not null then list_transform([regexp_replace(translate(m1, '¥￥$€£元圆', ''), '^\s*(RMB|CNY|人民币|HK|US|USD|EUR|GBP)\s*|\s*(RMB|CNY|USD|EUR|GBP)\s*$', '', 'g')], lambda m2:
      case
        when regexp_full_match(m2, '\s*\([0-9., ]+\)\s*') then -gb_number_plain(trim(translate(m2, '()', '')))
        else coalesce(gb_number_plain(trim(m2)), gb_number_with_unit(trim(m2)))
      end)[1] end)[1]) end;

create or replace macro gb_number_fault(text) as list_transform([gb_tidy(text)], lambda m3:
  case
    when m3 is null or gb_number(m3) is not null then null
    when starts_with(m3, '#') then 'quality.excel-error'
    when gb_nothing(m3) then 'quality.placeholder'
    when regexp_full_match(m3, '[+-]?[0-9,.]+') and length(m3) > 14 then 'quality.number-too-large'
    else 'quality.number-invalid'
  end)[1];

-- ---------------------------------------------------------------------------------------------
-- Id numbers. A Chinese one has 18 places, of old 15: where its holder is from, the day of birth, a number that is odd
-- for men, and a sign that checks the others.

create or replace macro gb_id_bare(text) as upper(translate(gb_tidy(text), ' -', ''));

-- Whether it is meant for a Chinese number, however wrong.
create or replace macro gb_id_is_chinese(bare) as regexp_full_match(bare, '[0-9]{14,20}|[0-9]{16,18}X');

create or replace macro gb_id_province(bare) as case left(bare, 2)
  when '11' then '北京' when '12' then '天津' when '13' then '河北' when '14' then '山西' when '15' then '内蒙古'
  when '21' then '辽宁' when '22' then '吉林' when '23' then '黑龙江'
  when '31' then '上海' when '32' then '江苏' when '33' then '浙江' when '34' then '安徽' when '35' then '福建' when '36' then '江西' when '37' then '山东'
  when '41' then '河南' when '42' then '湖北' when '43' then '湖南' when '44' then '广东' when '45' then '广西' when '46' then '海南'
  when '50' then '重庆' when '51' then '四川' when '52' then '贵州' when '53' then '云南' when '54' then '西藏'
  when '61' then '陕西' when '62' then '甘肃' when '63' then '青海' when '64' then '宁夏' when '65' then '新疆'
  when '71' then '台湾' when '81' then '香港' when '82' then '澳门' when '83' then '台湾'
end;

-- What the last place must be, of the 17 before it.
create or replace macro gb_id_check(first17) as substr('10X98765432', 1 + (
    7 * cast(substr(first17, 1, 1) as int) + 9 * cast(substr(first17, 2, 1) as int) + 10 * cast(substr(first17, 3, 1) as int)
  + 5 * cast(substr(first17, 4, 1) as int) + 8 * cast(substr(first17, 5, 1) as int) + 4 * cast(substr(first17, 6, 1) as int)
  + 2 * cast(substr(first17, 7, 1) as int) + cast(substr(first17, 8, 1) as int) + 6 * cast(substr(first17, 9, 1) as int)
  + 3 * cast(substr(first17, 10, 1) as int) + 7 * cast(substr(first17, 11, 1) as int) + 9 * cast(substr(first17, 12, 1) as int)
  + 10 * cast(substr(first17, 13, 1) as int) + 5 * cast(substr(first17, 14, 1) as int) + 8 * cast(substr(first17, 15, 1) as int)
  + 4 * cast(substr(first17, 16, 1) as int) + 2 * cast(substr(first17, 17, 1) as int)) % 11, 1);

create or replace macro gb_id_day(long) as
  cast(gb_in_years(try_strptime(substr(long, 7, 8), '%Y%m%d')) as date);

-- Of old numbers the 17 first places as they are written today.
create or replace macro gb_id_first(bare) as case length(bare) when 15 then left(bare, 6) || '19' || substr(bare, 7) else left(bare, 17) end;

-- A Chinese number with all its 18 places, if it is right.
create or replace macro gb_id_of(bare) as case when regexp_full_match(bare, '[0-9]{17}[0-9X]|[0-9]{15}') then
  list_transform([gb_id_first(bare)], lambda i7: case
    when gb_id_province(i7) is not null and gb_id_day(i7) is not null and (length(bare) = 15 or right(bare, 1) = gb_id_check(i7)) then i7 || gb_id_check(i7)
  end)[1] end;

create or replace macro gb_id_whole(text) as list_transform([gb_id_bare(text)], lambda i8: gb_id_of(i8))[1];

-- A number that is not Chinese, as it is; nothing of one that is.
create or replace macro gb_id_opaque(text) as list_transform([gb_id_bare(text)], lambda i2:
  case when gb_id_is_chinese(i2) or contains(i2, '*') then null else gb_code_of(i2) end)[1];

create or replace macro gb_id_number(text) as list_transform([gb_id_bare(text)], lambda i3:
  case when contains(i3, '*') then null when gb_id_is_chinese(i3) then gb_id_of(i3) else gb_code_of(i3) end)[1];

create or replace macro gb_id_fault(text) as list_transform([gb_id_bare(text)], lambda i4:
  case
    when contains(i4, '*') and regexp_matches(i4, '[0-9A-Z]') then 'quality.id-masked'
    when gb_id_is_chinese(i4) then case when gb_id_of(i4) is null then 'quality.id-invalid' end
    else gb_code_fault(i4)
  end)[1];

-- Whether gb_id_fault has anything to say of a text that gave this value.
create or replace macro gb_id_is_odd(text, value) as text is not null and value is null and gb_id_whole(text) is null;

create or replace macro gb_id_birthday(text) as list_transform([gb_id_bare(text)], lambda i9: list_transform([gb_id_of(i9)], lambda i5: gb_id_day(i5))[1])[1];

create or replace macro gb_id_gender(text) as case cast(substr(gb_id_whole(text), 17, 1) as int) % 2 when 1 then 'male' when 0 then 'female' end;

-- The province in which somebody was first registered; they may live anywhere.
create or replace macro gb_id_origin(text) as gb_id_province(gb_id_whole(text));

-- Words of code lists. The word as it stands is asked first: where few different words fill a column, as they nearly
-- always do, the engine then asks once for each of them and not once a row. Only what is written otherwise is tidied.

-- 1 and 2 as GB/T 2261.1 counts them; 0 and 9 say that nothing is known.
create or replace macro gb_gender_of(word) as case
  when word in ('男', '男性', '男士', '男生', '男孩', '先生', '帅哥', 'm', 'male', 'man', 'boy', 'mr', 'mr.', '♂', '1', '01', '1.0', '1-男', '1男') then 'male'
  when word in ('女', '女性', '女士', '女生', '女孩', '小姐', '太太', '美女', 'f', 'female', 'woman', 'girl', 'ms', 'ms.', 'mrs', 'mrs.', 'miss', '♀', '2', '02', '2.0', '2-女', '2女') then 'female'
end;

create or replace macro gb_gender(text) as case when text is not null then coalesce(gb_gender_of(text),
  list_transform([lower(gb_tidy(text))], lambda g1: gb_gender_of(g1))[1]) end;

create or replace macro gb_gender_fault(text) as list_transform([lower(gb_tidy(text))], lambda g2:
  case
    when g2 is null or gb_gender(g2) is not null then null
    when g2 in ('未知', '保密', '不详', '其他', '其它', '未说明', '未说明的性别', '未知的性别', 'u', 'unknown', 'other', 'x', '0', '9', '00', '09', '0.0', '9.0') then null
    when gb_nothing(g2) then 'quality.placeholder'
    else 'quality.code-unknown'
  end)[1];

-- What shops and platforms call the states of an order.
create or replace macro gb_order_status_of(word) as case
  when word in ('completed', 'complete', 'finished', 'done', 'success', 'succeeded', 'delivered', 'received', 'fulfilled', 'trade finished', 'closed success',
    '已完成', '完成', '交易成功', '交易完成', '成功', '已签收', '已收货', '确认收货', '已确认收货', '已评价', '待评价', '已送达', '订单完成', '已结算') then 'completed'
  when word in ('paid', 'shipped', 'processing', 'in transit', 'approved', 'invoiced', 'confirmed', 'partially shipped', 'trade paid', 'wait seller send goods',
    '已付款', '已支付', '支付成功', '付款成功', '待发货', '已发货', '部分发货', '待收货', '配送中', '运输中', '已出库', '备货中', '买家已付款', '卖家已发货', '等待卖家发货', '等待买家确认收货', '处理中') then 'paid'
  when word in ('cancelled', 'canceled', 'cancel', 'closed', 'voided', 'expired', 'unavailable', 'trade closed',
    '已取消', '取消', '已关闭', '交易关闭', '订单关闭', '订单取消', '已作废', '作废', '超时关闭', '拒收') then 'cancelled'
  when word in ('refunded', 'refund', 'returned', 'return', 'partially refunded', 'refund success', 'chargeback',
    '已退款', '退款', '退款成功', '已退货', '退货', '退货退款', '退款完成', '已退货退款', '全额退款') then 'refunded'
  when word in ('unpaid', 'pending', 'pending payment', 'awaiting payment', 'created', 'open', 'new', 'on hold', 'draft', 'wait buyer pay',
    '待付款', '未付款', '待支付', '未支付', '等待买家付款', '等待付款', '已下单', '新建', '待确认', '支付失败') then 'unpaid'
end;

create or replace macro gb_order_status(text) as case when text is not null then coalesce(gb_order_status_of(text),
  list_transform([replace(replace(lower(gb_tidy(text)), '_', ' '), '-', ' ')], lambda s1: gb_order_status_of(s1))[1]) end;

create or replace macro gb_arm_of(word) as case
  when word in ('treated', 'treatment', 'test', 'test group', 'exposed', 'sent', 'experiment', 'experimental', 'variant', 'b', '1', 'true', 'yes', 'y',
    '发送', '发送组', '实验', '实验组', '试验组', '触达', '触达组', '营销组', '测试组', '是') then 'treated'
  when word in ('control', 'control group', 'holdout', 'hold out', 'held out', 'held back', 'baseline', 'a', '0', 'false', 'no', 'n',
    '对照', '对照组', '空白组', '不发送', '保留组', '未触达', '否') then 'control'
end;

create or replace macro gb_arm(text) as case when text is not null then coalesce(gb_arm_of(text),
  list_transform([replace(replace(lower(gb_tidy(text)), '_', ' '), '-', ' ')], lambda a1: gb_arm_of(a1))[1]) end;

create or replace macro gb_delivery_status_of(word) as case
  when word in ('delivered', 'success', 'succeeded', 'delivrd', 'read', 'opened', 'clicked', '送达', '已送达', '成功', '发送成功', '接收成功', '已到达', '到达', '已读', '已打开', '已点击') then 'delivered'
  when word in ('sent', 'submitted', 'accepted', 'acceptd', 'queued', 'dispatched', 'pending', '已发送', '发送', '已提交', '提交成功', '发送中', '待回执', '等待回执') then 'sent'
  when word in ('failed', 'fail', 'failure', 'bounced', 'bounce', 'rejected', 'rejectd', 'undelivered', 'undeliv', 'expired', 'error', 'blocked', '失败', '发送失败', '接收失败', '未送达', '退信', '拒收', '空号', '黑名单') then 'failed'
  when word in ('opted out', 'opt out', 'unsubscribed', 'unsubscribe', '退订', '已退订', '回复退订', '用户退订') then 'opted-out'
  when word in ('control', 'holdout', 'not sent', 'skipped', 'suppressed', '对照', '未发送', '对照组', '不发送') then 'control'
end;

-- Whether somebody answered that they want no more messages: 退订, "td", "Ｒ。"; 退订怎么弄 is a question.
create or replace macro gb_opts_out(reply) as coalesce(
  regexp_replace(upper(gb_tidy(reply)), '[^0-9A-Z\x{4E00}-\x{9FFF}]', '', 'g')
    in ('R', 'T', 'TD', 'N', '退订', '已退订', '退訂', '拒收', '回复R', '回复T', '回复TD', 'STOP', 'OPTEDOUT'), false);

create or replace macro gb_delivery_status(text) as case when text is not null then coalesce(gb_delivery_status_of(text),
  list_transform([replace(replace(lower(gb_tidy(text)), '_', ' '), '-', ' ')], lambda d1: gb_delivery_status_of(d1))[1]) end;

create or replace macro gb_line_kind_of(word) as case
  when word in ('product', 'item', 'goods', 'sale', '商品', '产品', '销售') then 'product'
  when word in ('postage', 'shipping', 'freight', 'carriage', 'delivery', '运费', '邮费', '快递费') then 'postage'
  when word in ('discount', 'coupon', '折扣', '优惠', '优惠券', '满减') then 'discount'
  when word in ('manual', '手工', '手工录入') then 'manual'
  when word in ('return', 'refund', '退货', '退款') then 'return'
  when word in ('fee', 'fees', 'commission', '手续费', '费用', '佣金', '服务费') then 'fee'
  when word in ('adjustment', 'adjust', '调整') then 'adjustment'
  when word in ('test', '测试') then 'test'
end;

create or replace macro gb_line_kind(text) as case when text is not null then coalesce(gb_line_kind_of(text),
  list_transform([lower(gb_tidy(text))], lambda k1: gb_line_kind_of(k1))[1]) end;

-- Why a word is none of a code list.
create or replace macro gb_unknown_fault(text) as list_transform([gb_tidy(text)], lambda u1:
  case when gb_nothing(u1) then 'quality.placeholder' when u1 is not null then 'quality.code-unknown' end)[1];

-- 3/4/2026 turned for a column that puts the day first, or the month.
create or replace macro gb_day_first(text) as gb_turned(gb_tidy(text), '\3-\2-\1');

create or replace macro gb_month_first(text) as gb_turned(gb_tidy(text), '\3-\1-\2');

-- Of the values of one record's rows the one in the last row that has any.
create or replace macro gb_last(value, batch, line) as
  arg_max(value, cast(batch as hugeint) * 1000000000000 + line);

-- Of several values the one that was seen last; of what was seen at once, the one that landed last.
create or replace macro gb_newest(value, seen_at, batch, line) as
  arg_max(value, cast(epoch_us(seen_at) as hugeint) * 1000000000000000000 + batch * 1000000000000 + line);

-- The line that a spreadsheet adds below the last row.
create or replace macro gb_is_total(text) as length(text) <= 12 and text in (
  '合计', '总计', '小计', '汇总', '合计:', '合计：', '总计:', '总计：', '共计', '总合计', 'Total', 'TOTAL', 'total', 'Grand Total', 'Sum', 'SUM', 'Subtotal');

-- What people do on pages and in apps, as trackers of several makers call it; what is none of these keeps its own name.
create or replace macro gb_event_name_of(word) as case
  when word in ('viewed', 'view', 'view_product', 'product_view', 'product_viewed', 'view_item', 'page_view', 'pageview', 'browse', 'view_detail',
    'mpviewscreen', 'mpshow', 'item_view', '浏览', '浏览商品', '商品浏览', '浏览商品详情', '查看商品', '查看商品详情', '页面浏览') then 'viewed'
  when word in ('searched', 'search', 'product_search', 'products_searched', 'site_search', '搜索', '搜索商品', '商品搜索', '站内搜索') then 'searched'
  when word in ('clicked', 'click', 'mpclick', 'element_click', 'webclick', '点击', '点击按钮', '元素点击') then 'clicked'
  when word in ('carted', 'cart', 'add_cart', 'add_to_cart', 'addtocart', 'product_added', 'addcart', '加购', '加入购物车', '添加购物车') then 'carted'
  when word in ('favourited', 'favorited', 'favourite', 'favorite', 'collect', 'add_to_wishlist', 'wishlist', 'product_added_to_wishlist', '收藏', '收藏商品',
    '加入收藏') then 'favourited'
  when word in ('shared', 'share', 'product_shared', 'mpshare', '分享', '分享商品', '转发') then 'shared'
  when word in ('logged_in', 'login', 'signin', 'sign_in', 'log_in', 'mplaunch', 'launch', 'open_app', 'app_start', 'appstart', '登录', '打开小程序', '启动', '启动小程序') then 'logged_in'
  when word in ('checked_in', 'checkin', 'check_in', 'daily_checkin', '签到', '打卡', '每日签到') then 'checked_in'
  when word in ('followed', 'follow', 'subscribe', 'subscribed', '关注', '关注店铺', '关注公众号') then 'followed'
end;

create or replace macro gb_event_name(text) as case when text is not null then coalesce(gb_event_name_of(text),
  coalesce(list_transform([lower(translate(gb_tidy(text), ' -$', '__'))], lambda v1: gb_event_name_of(v1))[1], gb_words(text))) end;

create or replace macro gb_feedback_kind_of(word) as case
  when word in ('review', 'comment', 'rating', '评价', '评论', '商品评价', '晒单', '追评') then 'review'
  when word in ('complaint', 'complain', '投诉', '客诉', '抱怨', '售后投诉') then 'complaint'
  when word in ('suggestion', 'suggest', 'feature request', '建议', '意见', '意见建议') then 'suggestion'
  when word in ('inquiry', 'enquiry', 'question', 'consult', '咨询', '询问', '售前咨询', '提问') then 'inquiry'
  when word in ('survey', 'csat', 'nps', '满意度', '满意度调研', '满意度调查', '问卷', '回访') then 'survey'
end;

create or replace macro gb_feedback_kind(text) as case when text is not null then coalesce(gb_feedback_kind_of(text),
  list_transform([lower(gb_tidy(text))], lambda b1: gb_feedback_kind_of(b1))[1]) end;

create or replace macro gb_feedback_status_of(word) as case
  when word in ('open', 'pending', 'new', 'in progress', '处理中', '待处理', '未处理', '跟进中', '未解决') then 'open'
  when word in ('resolved', 'closed', 'done', 'solved', '已解决', '已处理', '已关闭', '处理完成', '已回复', '已完结') then 'resolved'
end;

create or replace macro gb_feedback_status(text) as coalesce(gb_feedback_status_of(text), case when text is not null then
  list_transform([lower(gb_tidy(text))], lambda b2: gb_feedback_status_of(b2))[1] end);

create or replace macro gb_points_kind_of(word) as case
  when word in ('earned', 'earn', 'add', 'gain', 'reward', '获得', '获取', '增加', '赠送', '消费获得', '购物得积分', '签到', '签到得积分', '活动赠送', '收入') then 'earned'
  when word in ('spent', 'spend', 'use', 'used', 'redeem', 'redeemed', '使用', '消耗', '兑换', '抵扣', '积分抵扣', '积分兑换', '支出') then 'spent'
  when word in ('expired', 'expire', '过期', '到期', '失效', '清零', '过期清零') then 'expired'
  when word in ('adjusted', 'adjust', 'correction', '调整', '手工调整', '退货扣回', '扣回', '更正') then 'adjusted'
end;

create or replace macro gb_points_kind(text) as case when text is not null then coalesce(gb_points_kind_of(text),
  list_transform([lower(gb_tidy(text))], lambda p1: gb_points_kind_of(p1))[1]) end;

create or replace macro gb_yes_no_of(word) as case
  when word in ('yes', 'y', 'true', 't', '1', 'on', 'agree', 'agreed', 'subscribed', '是', '同意', '已同意', '已授权', '授权', '接受', '愿意', '有', '√') then 'yes'
  when word in ('no', 'n', 'false', 'f', '0', 'off', 'disagree', 'unsubscribed', '否', '不同意', '未同意', '未授权', '拒绝', '不接受', '不愿意', '退订', '已退订', '×') then 'no'
end;

create or replace macro gb_yes_no(text) as case when text is not null then coalesce(gb_yes_no_of(text),
  list_transform([lower(gb_tidy(text))], lambda y1: gb_yes_no_of(y1))[1]) end;

-- A code that a company gave to a choice of its own; ? stands before a word that is none of them.
create or replace macro gb_chosen(text) as case when starts_with(text, '?') then null else text end;

create or replace macro gb_chosen_fault(text) as gb_unknown_fault(case when starts_with(text, '?') then substr(text, 2) end);

-- ---------------------------------------------------------------------------------------------
-- Places in China. A province and a city have one form, the short one: 广东, 上海, 延边. Which city
-- lies where is written down by province, the most peopled first: a name is looked for in a few short
-- texts. What is no place of these (London) stays as it was written.

-- The names of places in simplified characters, whatever they were written in: 廣東 is 广东. These are the characters of
-- provinces, of cities and of what divisions are called; names of people are never touched.
-- The characters are taken one for one inside a lambda: outside of one that is done for every row.
create or replace macro gb_place_simplified(text) as case when regexp_matches(text, '[廣東蘇寧無錫揚鎮連雲漢陽滬濟煙臺灣濰萊臨棗鄭開許駐馬陝鹹寶銅遼瀋錦營蘆撫盤長龍齊鶴雞雙慶樺貴義畢節興蘭肅張關銀吳衛烏魯爾澤島濱萬瓊縣區鄉號樓棟單層門莊邊麗紅紹溫蕪廈巖贛鷹婁懷瀘達資涼綿樂內貢欽來賓賀滄鄲晉呂運倫貝黃荊隨潛嶺頭國]') then list_transform([text], lambda t9: translate(t9, '廣東蘇寧無錫揚鎮連雲漢陽滬濟煙臺灣濰萊臨棗鄭開許駐馬陝鹹寶銅遼瀋錦營蘆撫盤長龍齊鶴雞雙慶樺貴義畢節興蘭肅張關銀吳衛烏魯爾澤島濱萬瓊縣區鄉號樓棟單層門莊邊麗紅紹溫蕪廈巖贛鷹婁懷瀘達資涼綿樂內貢欽來賓賀滄鄲晉呂運倫貝黃荊隨潛嶺頭國', '广东苏宁无锡扬镇连云汉阳沪济烟台湾潍莱临枣郑开许驻马陕咸宝铜辽沈锦营芦抚盘长龙齐鹤鸡双庆桦贵义毕节兴兰肃张关银吴卫乌鲁尔泽岛滨万琼县区乡号楼栋单层门庄边丽红绍温芜厦岩赣鹰娄怀泸达资凉绵乐内贡钦来宾贺沧郸晋吕运伦贝黄荆随潜岭头国'))[1] else text end;

create or replace macro gb_is_province(short) as short in (
  '广东', '山东', '河南', '江苏', '四川', '河北', '湖南', '浙江', '安徽', '湖北', '广西', '云南', '江西', '辽宁', '福建', '陕西', '贵州', '山西', '重庆', '黑龙江', '新疆', '甘肃', '上海', '吉林', '内蒙古', '北京', '天津', '海南', '宁夏', '青海', '西藏', '香港', '澳门', '台湾');

create or replace macro gb_is_municipality(short) as short in ('上海', '北京', '重庆', '天津', '香港', '澳门');

create or replace macro gb_province_in_letters(lower) as case lower
  when 'guangdong' then '广东' when 'shandong' then '山东' when 'henan' then '河南' when 'jiangsu' then '江苏'
  when 'sichuan' then '四川' when 'hebei' then '河北' when 'hunan' then '湖南' when 'zhejiang' then '浙江'
  when 'anhui' then '安徽' when 'hubei' then '湖北' when 'guangxi' then '广西' when 'yunnan' then '云南'
  when 'jiangxi' then '江西' when 'liaoning' then '辽宁' when 'fujian' then '福建' when 'shaanxi' then '陕西'
  when 'guizhou' then '贵州' when 'shanxi' then '山西' when 'chongqing' then '重庆' when 'heilongjiang' then '黑龙江'
  when 'xinjiang' then '新疆' when 'gansu' then '甘肃' when 'shanghai' then '上海' when 'jilin' then '吉林'
  when 'innermongolia' then '内蒙古' when 'neimenggu' then '内蒙古' when 'beijing' then '北京' when 'tianjin' then '天津'
  when 'hainan' then '海南' when 'ningxia' then '宁夏' when 'qinghai' then '青海' when 'tibet' then '西藏' when 'xizang' then '西藏'
  when 'hongkong' then '香港' when 'macau' then '澳门' when 'macao' then '澳门' when 'taiwan' then '台湾'
end;

-- A text that names a place is looked into by its first two, three or four characters, which must stand in a list: a pattern
-- of all those names would take the engine longer to build, for each time that it is used in a statement, than reading
-- a hundred thousand addresses. The names of 中国 before a province are skipped.
create or replace macro gb_without_country(text) as case when starts_with(text, '中国') then substr(text, 3) else text end;

create or replace macro gb_province_at(text) as case
  when contains('|重庆|上海|北京|天津|香港|澳门|广东|山东|河南|江苏|四川|河北|湖南|浙江|安徽|湖北|广西|云南|江西|辽宁|福建|陕西|贵州|山西|新疆|甘肃|吉林|海南|宁夏|青海|西藏|台湾|', '|' || left(text, 2) || '|') then left(text, 2)
  when left(text, 3) in ('黑龙江', '内蒙古') then left(text, 3)
  when text is not null then ''
end;

-- The province at the front of a text, 江苏 of 江苏省南京市; empty where there is none.
create or replace macro gb_province_at_front(text) as gb_province_at(gb_without_country(text));

create or replace macro gb_without_rank(text, rank) as case
  when starts_with(text, rank) then substr(text, 2)
  when starts_with(text, '自治区') then substr(text, 4)
  when starts_with(text, '壮族自治区') or starts_with(text, '回族自治区') or starts_with(text, '特别行政区') then substr(text, 6)
  when starts_with(text, '维吾尔自治区') then substr(text, 7)
  else text
end;

-- What follows the province that a text begins with, 南京市; the whole text where there is none.
create or replace macro gb_after(province, text) as list_transform([substr(text, length(province) + 1)], lambda a1: case
  when province = '' then text
  when gb_is_municipality(province) then gb_without_rank(a1, '市')
  else gb_without_rank(a1, '省')
end)[1];

create or replace macro gb_after_province(text) as list_transform([gb_without_country(text)], lambda a2:
  list_transform([gb_province_at(a2)], lambda p2: gb_after(p2, a2))[1])[1];

-- 广东, 广东省, 广东 省 and guangdong are 广东.
create or replace macro gb_province(text) as case
  when text is null then null
  when gb_is_province(text) then text
  when ends_with(text, '省') and gb_is_province(left(text, length(text) - 1)) then left(text, length(text) - 1)
  when strlen(text) = length(text) then
    coalesce(gb_province_in_letters(regexp_replace(lower(translate(text, '-_ ', '')), '(province|sheng|municipality)$', '')), gb_label(text))
  else list_transform([translate(gb_place_simplified(text), ' 　', '')], lambda p9:
    case when gb_after_province(p9) = '' and gb_province_at_front(p9) <> '' then gb_province_at_front(p9) else gb_label(text) end)[1]
end;

create or replace macro gb_cities_of(province) as case province
  when '广东' then '|广州|深圳|东莞|佛山|惠州|珠海|中山|汕头|江门|湛江|茂名|肇庆|揭阳|梅州|清远|潮州|韶关|河源|阳江|汕尾|云浮|'
  when '浙江' then '|杭州|宁波|温州|金华|台州|嘉兴|绍兴|湖州|丽水|衢州|舟山|'
  when '江苏' then '|苏州|南京|无锡|徐州|南通|常州|盐城|扬州|泰州|淮安|连云港|宿迁|镇江|'
  when '山东' then '|青岛|济南|临沂|潍坊|烟台|济宁|菏泽|淄博|德州|聊城|泰安|滨州|枣庄|威海|日照|东营|'
  when '河南' then '|郑州|南阳|周口|商丘|洛阳|信阳|驻马店|新乡|安阳|平顶山|许昌|开封|濮阳|焦作|漯河|三门峡|鹤壁|济源|'
  when '四川' then '|成都|绵阳|南充|宜宾|泸州|达州|凉山|德阳|乐山|内江|眉山|自贡|广安|遂宁|巴中|广元|资阳|攀枝花|雅安|甘孜|阿坝|'
  when '湖北' then '|武汉|黄冈|襄阳|荆州|孝感|宜昌|十堰|恩施|荆门|咸宁|黄石|随州|鄂州|仙桃|天门|潜江|神农架|'
  when '湖南' then '|长沙|衡阳|邵阳|常德|岳阳|永州|郴州|怀化|株洲|益阳|娄底|湘潭|湘西|张家界|'
  when '河北' then '|石家庄|保定|邯郸|唐山|沧州|邢台|廊坊|张家口|衡水|承德|秦皇岛|雄安|'
  when '安徽' then '|合肥|阜阳|亳州|宿州|六安|安庆|滁州|芜湖|蚌埠|淮南|宣城|马鞍山|淮北|黄山|铜陵|池州|'
  when '福建' then '|福州|泉州|厦门|漳州|宁德|莆田|龙岩|三明|南平|'
  when '辽宁' then '|沈阳|大连|鞍山|锦州|朝阳|营口|葫芦岛|丹东|铁岭|抚顺|阜新|盘锦|辽阳|本溪|'
  when '陕西' then '|西安|咸阳|榆林|渭南|宝鸡|汉中|安康|延安|商洛|铜川|杨凌|'
  when '江西' then '|赣州|南昌|上饶|九江|宜春|吉安|抚州|萍乡|景德镇|鹰潭|新余|'
  when '广西' then '|南宁|玉林|桂林|柳州|贵港|河池|百色|钦州|梧州|来宾|贺州|崇左|北海|防城港|'
  when '云南' then '|昆明|曲靖|昭通|红河|文山|大理|楚雄|保山|普洱|玉溪|临沧|丽江|西双版纳|德宏|怒江|迪庆|'
  when '贵州' then '|毕节|遵义|贵阳|黔东南|黔南|铜仁|六盘水|黔西南|安顺|'
  when '山西' then '|太原|临汾|运城|晋中|吕梁|长治|大同|忻州|晋城|朔州|阳泉|'
  when '黑龙江' then '|哈尔滨|齐齐哈尔|绥化|大庆|牡丹江|佳木斯|鸡西|双鸭山|黑河|鹤岗|伊春|七台河|大兴安岭|'
  when '吉林' then '|长春|吉林|四平|通化|松原|延边|白城|辽源|白山|'
  when '内蒙古' then '|赤峰|呼和浩特|通辽|包头|呼伦贝尔|鄂尔多斯|巴彦淖尔|乌兰察布|兴安|锡林郭勒|乌海|阿拉善|'
  when '新疆' then '|乌鲁木齐|喀什|伊犁|阿克苏|和田|昌吉|巴音郭楞|吐鲁番|哈密|阿勒泰|塔城|博尔塔拉|克拉玛依|克孜勒苏|石河子|阿拉尔|图木舒克|五家渠|北屯|铁门关|双河|可克达拉|昆玉|胡杨河|新星|白杨|'
  when '甘肃' then '|兰州|天水|定西|庆阳|陇南|平凉|临夏|武威|白银|张掖|酒泉|甘南|金昌|嘉峪关|'
  when '海南' then '|海口|三亚|儋州|三沙|琼海|文昌|万宁|五指山|东方|定安|屯昌|澄迈|临高|白沙|昌江|乐东|陵水|保亭|琼中|'
  when '宁夏' then '|银川|固原|吴忠|石嘴山|中卫|'
  when '青海' then '|西宁|海东|海西|玉树|海北|黄南|果洛|'
  when '西藏' then '|拉萨|日喀则|昌都|那曲|林芝|山南|阿里|'
  when '台湾' then '|台北|新北|桃园|台中|台南|高雄|基隆|新竹|嘉义|'
end;


create or replace macro gb_province_of_city(short) as list_transform(['|' || short || '|'], lambda r3: case
  when r3 is null then null
  when r3 in ('|上海|', '|北京|', '|重庆|', '|天津|', '|香港|', '|澳门|') then substr(r3, 2, 2)
  when contains('|广州|深圳|东莞|佛山|惠州|珠海|中山|汕头|江门|湛江|茂名|肇庆|揭阳|梅州|清远|潮州|韶关|河源|阳江|汕尾|云浮|', r3) then '广东'
  when contains('|杭州|宁波|温州|金华|台州|嘉兴|绍兴|湖州|丽水|衢州|舟山|', r3) then '浙江'
  when contains('|苏州|南京|无锡|徐州|南通|常州|盐城|扬州|泰州|淮安|连云港|宿迁|镇江|', r3) then '江苏'
  when contains('|青岛|济南|临沂|潍坊|烟台|济宁|菏泽|淄博|德州|聊城|泰安|滨州|枣庄|威海|日照|东营|', r3) then '山东'
  when contains('|郑州|南阳|周口|商丘|洛阳|信阳|驻马店|新乡|安阳|平顶山|许昌|开封|濮阳|焦作|漯河|三门峡|鹤壁|济源|', r3) then '河南'
  when contains('|成都|绵阳|南充|宜宾|泸州|达州|凉山|德阳|乐山|内江|眉山|自贡|广安|遂宁|巴中|广元|资阳|攀枝花|雅安|甘孜|阿坝|', r3) then '四川'
  when contains('|武汉|黄冈|襄阳|荆州|孝感|宜昌|十堰|恩施|荆门|咸宁|黄石|随州|鄂州|仙桃|天门|潜江|神农架|', r3) then '湖北'
  when contains('|长沙|衡阳|邵阳|常德|岳阳|永州|郴州|怀化|株洲|益阳|娄底|湘潭|湘西|张家界|', r3) then '湖南'
  when contains('|石家庄|保定|邯郸|唐山|沧州|邢台|廊坊|张家口|衡水|承德|秦皇岛|雄安|', r3) then '河北'
  when contains('|合肥|阜阳|亳州|宿州|六安|安庆|滁州|芜湖|蚌埠|淮南|宣城|马鞍山|淮北|黄山|铜陵|池州|', r3) then '安徽'
  when contains('|福州|泉州|厦门|漳州|宁德|莆田|龙岩|三明|南平|', r3) then '福建'
  when contains('|沈阳|大连|鞍山|锦州|朝阳|营口|葫芦岛|丹东|铁岭|抚顺|阜新|盘锦|辽阳|本溪|', r3) then '辽宁'
  when contains('|西安|咸阳|榆林|渭南|宝鸡|汉中|安康|延安|商洛|铜川|杨凌|', r3) then '陕西'
  when contains('|赣州|南昌|上饶|九江|宜春|吉安|抚州|萍乡|景德镇|鹰潭|新余|', r3) then '江西'
  when contains('|南宁|玉林|桂林|柳州|贵港|河池|百色|钦州|梧州|来宾|贺州|崇左|北海|防城港|', r3) then '广西'
  when contains('|昆明|曲靖|昭通|红河|文山|大理|楚雄|保山|普洱|玉溪|临沧|丽江|西双版纳|德宏|怒江|迪庆|', r3) then '云南'
  when contains('|毕节|遵义|贵阳|黔东南|黔南|铜仁|六盘水|黔西南|安顺|', r3) then '贵州'
  when contains('|太原|临汾|运城|晋中|吕梁|长治|大同|忻州|晋城|朔州|阳泉|', r3) then '山西'
  when contains('|哈尔滨|齐齐哈尔|绥化|大庆|牡丹江|佳木斯|鸡西|双鸭山|黑河|鹤岗|伊春|七台河|大兴安岭|', r3) then '黑龙江'
  when contains('|长春|吉林|四平|通化|松原|延边|白城|辽源|白山|', r3) then '吉林'
  when contains('|赤峰|呼和浩特|通辽|包头|呼伦贝尔|鄂尔多斯|巴彦淖尔|乌兰察布|兴安|锡林郭勒|乌海|阿拉善|', r3) then '内蒙古'
  when contains('|乌鲁木齐|喀什|伊犁|阿克苏|和田|昌吉|巴音郭楞|吐鲁番|哈密|阿勒泰|塔城|博尔塔拉|克拉玛依|克孜勒苏|石河子|阿拉尔|图木舒克|五家渠|北屯|铁门关|双河|可克达拉|昆玉|胡杨河|新星|白杨|', r3) then '新疆'
  when contains('|兰州|天水|定西|庆阳|陇南|平凉|临夏|武威|白银|张掖|酒泉|甘南|金昌|嘉峪关|', r3) then '甘肃'
  when contains('|海口|三亚|儋州|三沙|琼海|文昌|万宁|五指山|东方|定安|屯昌|澄迈|临高|白沙|昌江|乐东|陵水|保亭|琼中|', r3) then '海南'
  when contains('|银川|固原|吴忠|石嘴山|中卫|', r3) then '宁夏'
  when contains('|西宁|海东|海西|玉树|海北|黄南|果洛|', r3) then '青海'
  when contains('|拉萨|日喀则|昌都|那曲|林芝|山南|阿里|', r3) then '西藏'
  when contains('|台北|新北|桃园|台中|台南|高雄|基隆|新竹|嘉义|', r3) then '台湾'
end)[1];

create or replace macro gb_cities() as '|广州|深圳|东莞|佛山|惠州|珠海|中山|汕头|江门|湛江|茂名|肇庆|揭阳|梅州|清远|潮州|韶关|河源|阳江|汕尾|云浮|杭州|宁波|温州|金华|台州|嘉兴|绍兴|湖州|丽水|衢州|舟山|苏州|南京|无锡|徐州|南通|常州|盐城|扬州|泰州|淮安|连云港|宿迁|镇江|青岛|济南|临沂|潍坊|烟台|济宁|菏泽|淄博|德州|聊城|泰安|滨州|枣庄|威海|日照|东营|郑州|南阳|周口|商丘|洛阳|信阳|驻马店|新乡|安阳|平顶山|许昌|开封|濮阳|焦作|漯河|三门峡|鹤壁|济源|成都|绵阳|南充|宜宾|泸州|达州|凉山|德阳|乐山|内江|眉山|自贡|广安|遂宁|巴中|广元|资阳|攀枝花|雅安|甘孜|阿坝|武汉|黄冈|襄阳|荆州|孝感|宜昌|十堰|恩施|荆门|咸宁|黄石|随州|鄂州|仙桃|天门|潜江|神农架|长沙|衡阳|邵阳|常德|岳阳|永州|郴州|怀化|株洲|益阳|娄底|湘潭|湘西|张家界|石家庄|保定|邯郸|唐山|沧州|邢台|廊坊|张家口|衡水|承德|秦皇岛|雄安|合肥|阜阳|亳州|宿州|六安|安庆|滁州|芜湖|蚌埠|淮南|宣城|马鞍山|淮北|黄山|铜陵|池州|福州|泉州|厦门|漳州|宁德|莆田|龙岩|三明|南平|沈阳|大连|鞍山|锦州|朝阳|营口|葫芦岛|丹东|铁岭|抚顺|阜新|盘锦|辽阳|本溪|西安|咸阳|榆林|渭南|宝鸡|汉中|安康|延安|商洛|铜川|杨凌|赣州|南昌|上饶|九江|宜春|吉安|抚州|萍乡|景德镇|鹰潭|新余|南宁|玉林|桂林|柳州|贵港|河池|百色|钦州|梧州|来宾|贺州|崇左|北海|防城港|昆明|曲靖|昭通|红河|文山|大理|楚雄|保山|普洱|玉溪|临沧|丽江|西双版纳|德宏|怒江|迪庆|毕节|遵义|贵阳|黔东南|黔南|铜仁|六盘水|黔西南|安顺|太原|临汾|运城|晋中|吕梁|长治|大同|忻州|晋城|朔州|阳泉|哈尔滨|齐齐哈尔|绥化|大庆|牡丹江|佳木斯|鸡西|双鸭山|黑河|鹤岗|伊春|七台河|大兴安岭|长春|吉林|四平|通化|松原|延边|白城|辽源|白山|赤峰|呼和浩特|通辽|包头|呼伦贝尔|鄂尔多斯|巴彦淖尔|乌兰察布|兴安|锡林郭勒|乌海|阿拉善|乌鲁木齐|喀什|伊犁|阿克苏|和田|昌吉|巴音郭楞|吐鲁番|哈密|阿勒泰|塔城|博尔塔拉|克拉玛依|克孜勒苏|石河子|阿拉尔|图木舒克|五家渠|北屯|铁门关|双河|可克达拉|昆玉|胡杨河|新星|白杨|兰州|天水|定西|庆阳|陇南|平凉|临夏|武威|白银|张掖|酒泉|甘南|金昌|嘉峪关|海口|三亚|儋州|三沙|琼海|文昌|万宁|五指山|东方|定安|屯昌|澄迈|临高|白沙|昌江|乐东|陵水|保亭|琼中|银川|固原|吴忠|石嘴山|中卫|西宁|海东|海西|玉树|海北|黄南|果洛|拉萨|日喀则|昌都|那曲|林芝|山南|阿里|台北|新北|桃园|台中|台南|高雄|基隆|新竹|嘉义|';

-- Which of these cities, |苏州|南京|, a text begins with, 南京 of 南京市; empty where there is none.
create or replace macro gb_city_at_front(text, cities) as case
  when contains(cities, '|' || left(text, 2) || '|') then left(text, 2)
  when contains(cities, '|' || left(text, 3) || '|') then left(text, 3)
  when contains(cities, '|' || left(text, 4) || '|') then left(text, 4)
  when text is not null then ''
end;

-- What cities were called before, and what became of them.
create or replace macro gb_former_cities() as '襄樊|思茅|莱芜|淮阴|通什|巢湖|';

create or replace macro gb_city_today(city) as case city
  when '襄樊' then '襄阳' when '思茅' then '普洱' when '莱芜' then '济南' when '淮阴' then '淮安' when '通什' then '五指山' when '巢湖' then '合肥' else city end;

-- Districts and counties that were merged, raised or renamed, each behind its city, with what it is today.
create or replace macro gb_former_districts() as '|北京宣武区>西城区|北京崇文区>东城区|北京密云县>密云区|北京延庆县>延庆区|北京通县>通州区|北京昌平县>昌平区|北京大兴县>大兴区|北京怀柔县>怀柔区|北京平谷县>平谷区|北京顺义县>顺义区'
  || '|上海卢湾区>黄浦区|上海南市区>黄浦区|上海闸北区>静安区|上海南汇区>浦东新区|上海南汇县>浦东新区|上海崇明县>崇明区'
  || '|天津塘沽区>滨海新区|天津汉沽区>滨海新区|天津大港区>滨海新区|天津蓟县>蓟州区|天津宁河县>宁河区|天津静海县>静海区'
  || '|重庆万盛区>綦江区|重庆双桥区>大足区|重庆綦江县>綦江区|重庆大足县>大足区|重庆璧山县>璧山区|重庆铜梁县>铜梁区|重庆潼南县>潼南区|重庆荣昌县>荣昌区|重庆开县>开州区|重庆梁平县>梁平区|重庆武隆县>武隆区'
  || '|南京白下区>秦淮区|南京下关区>鼓楼区|南京溧水县>溧水区|南京高淳县>高淳区|苏州沧浪区>姑苏区|苏州平江区>姑苏区|苏州金阊区>姑苏区|苏州吴江市>吴江区'
  || '|无锡崇安区>梁溪区|无锡南长区>梁溪区|无锡北塘区>梁溪区|常州武进市>武进区|常州戚墅堰区>武进区|常州金坛市>金坛区|南通港闸区>崇川区|南通通州市>通州区|南通海门市>海门区'
  || '|扬州维扬区>邗江区|扬州江都市>江都区|淮安楚州区>淮安区|徐州铜山县>铜山区|镇江丹徒县>丹徒区'
  || '|杭州下城区>拱墅区|杭州江干区>上城区|杭州余杭市>余杭区|杭州萧山市>萧山区|杭州富阳市>富阳区|杭州临安市>临安区|宁波江东区>鄞州区|宁波奉化市>奉化区|绍兴绍兴县>柯桥区|绍兴上虞市>上虞区|温州洞头县>洞头区'
  || '|广州东山区>越秀区|广州芳村区>荔湾区|广州萝岗区>黄埔区|广州从化市>从化区|广州增城市>增城区|广州花都市>花都区|广州番禺市>番禺区|佛山南海市>南海区|佛山顺德市>顺德区|佛山三水市>三水区|佛山高明市>高明区'
  || '|深圳光明新区>光明区|深圳龙华新区>龙华区|深圳坪山新区>坪山区|汕头潮阳市>潮阳区|汕头澄海市>澄海区|惠州惠阳市>惠阳区|江门新会市>新会区|清远清新县>清新区|潮州潮安县>潮安区|揭阳揭东县>揭东区|肇庆高要市>高要区|韶关曲江县>曲江区'
  || '|济南章丘市>章丘区|济南济阳县>济阳区|济南长清县>长清区|青岛四方区>市北区|青岛胶南市>黄岛区|青岛即墨市>即墨区|成都双流县>双流区|成都郫县>郫都区|成都新津县>新津区|成都温江县>温江区|成都新都县>新都区'
  || '|西安户县>鄠邑区|西安高陵县>高陵区|西安长安县>长安区|长沙望城县>望城区|南昌新建县>新建区|南昌湾里区>新建区|福州长乐市>长乐区|石家庄藁城市>藁城区|石家庄鹿泉市>鹿泉区|石家庄栾城县>栾城区'
  || '|沈阳东陵区>浑南区|沈阳辽中县>辽中区|哈尔滨阿城市>阿城区|哈尔滨双城市>双城区|长春九台市>九台区|大连普兰店市>普兰店区|昆明呈贡县>呈贡区|昆明晋宁县>晋宁区|襄阳襄阳区>襄州区|合肥居巢区>巢湖市|';

create or replace macro gb_district_today(city, district) as list_transform([strpos(gb_former_districts(), '|' || city || district || '>')], lambda d7:
  case when d7 > 0 then split_part(split_part(substr(gb_former_districts(), d7 + 1, 24), '|', 1), '>', 2) else district end)[1];

-- 上海市 and 上海 are 上海, 江苏省南京市 is 南京, 延边朝鲜族自治州 is 延边; what is no city of China stays as it is.
create or replace macro gb_city_of(words) as case
  when words is null then null
  when strlen(words) = length(words) then words
  when length(words) = 2 then gb_city_today(words)
  else list_transform([gb_after_province(words)], lambda c1: list_transform([gb_city_at_front(c1, gb_cities())], lambda c3: case
    when c3 <> '' and (substr(c1, length(c3) + 1) in ('', '市', '地区', '盟', '林区', '州') or ends_with(c1, '自治州')) then c3
    when rtrim(words, '市') in ('重庆', '上海', '北京', '天津', '香港', '澳门', '吉林') then left(words, 2)
    when contains('|' || gb_former_cities(), '|' || left(c1, 2) || '|') and substr(c1, 3) in ('', '市', '地区') then gb_city_today(left(c1, 2))
    when ends_with(words, '市') then left(words, length(words) - 1)
    else words
  end)[1])[1]
end;

create or replace macro gb_city(text) as case
  when contains(gb_cities(), '|' || text || '|') or gb_is_municipality(text) then text
  when ends_with(text, '市') and contains(gb_cities(), '|' || left(text, length(text) - 1) || '|') then left(text, length(text) - 1)
  when text is not null then list_transform([gb_place_simplified(gb_label(translate(text, '　', ' ')))], lambda c9: gb_city_of(c9))[1]
end;

-- An address of several columns, which come apart by a sign that nobody types: 文三路 and 90 号 are 文三路90 号, 6 and
-- tullaroop street are 6 tullaroop street.
create or replace macro gb_joined(parts) as nullif(replace(parts, chr(31), case when regexp_matches(parts, '\p{Han}') then '' else ' ' end), '');

-- What an address says, part by part. 浙江省杭州市西湖区文三路 90 号 gives 浙江, 杭州, 西湖区; 广东深圳南山区…
-- does without 省 and 市. A part that is not named is none.
create or replace macro gb_address_bare(text) as gb_place_simplified(gb_without_country(
  case when regexp_matches(text, '[ ,;|/·　，]') then translate(text, ' ,;|/·　，', '') else text end));

-- Whether a word for a district, one to six characters before 区 or 县, begins a text.
create or replace macro gb_is_district_at_front(text, rank) as
  strpos(text, rank) between 2 and 7 and strlen(left(text, strpos(text, rank))) = 3 * strpos(text, rank);

-- What stands behind a city's name: its rank, or a district of its.
create or replace macro gb_follows_city(text) as
  starts_with(text, '市') or starts_with(text, '地区') or starts_with(text, '盟')
  or gb_is_district_at_front(text, '区') or gb_is_district_at_front(text, '县');

-- The city of an address that names no province: with its 市, or with a district behind it. 中山路 1 号 is in any city.
-- What follows is asked first: the list of cities is long.
create or replace macro gb_city_alone(bare) as case
  when gb_follows_city(substr(bare, 3)) and contains(gb_cities(), '|' || left(bare, 2) || '|') then left(bare, 2)
  when gb_follows_city(substr(bare, 4)) and contains(gb_cities(), '|' || left(bare, 3) || '|') then left(bare, 3)
  when gb_follows_city(substr(bare, 5)) and contains(gb_cities(), '|' || left(bare, 4) || '|') then left(bare, 4)
end;

-- The province and the city of an address without spaces, and what follows them: 浙江, 杭州 and 市西湖区文三路90号.
-- Each step is taken once and has a name, because a macro writes what it is given wherever it names it.
create or replace macro gb_parts(bare) as
  list_transform([gb_province_at(bare)], lambda p7:
    list_transform([gb_after(p7, bare)], lambda r7:
      list_transform([case
          when p7 = '' then gb_city_alone(bare)
          when gb_is_municipality(p7) then p7
          when starts_with(bare, '吉林市') then '吉林'
          else list_transform([gb_cities_of(p7)], lambda l7: nullif(gb_city_at_front(r7, l7 || gb_former_cities()), ''))[1]
        end], lambda c7: {
          'province': case when p7 <> '' then p7 else gb_province_of_city(c7) end,
          'city': gb_city_today(c7),
          'rest': case when starts_with(r7, c7) then substr(r7, length(c7) + 1) when c7 is not null then r7 end
        })[1])[1])[1];

create or replace macro gb_address_parts(text) as case when text is not null then
  list_transform([gb_address_bare(text)], lambda a7: gb_parts(a7))[1] end;

-- The first word for a district in what stands behind the city.
create or replace macro gb_district_of(rest) as nullif(regexp_extract(rest,
  '^(?:市?市辖区|市|地区|盟|\p{Han}{2,12}自治州|州)?(\p{Han}{1,6}?(?:自治县|自治旗|新区|区|县|旗|市))', 1), '');

-- The district behind a city, as it is called today.
create or replace macro gb_district(city, rest) as list_transform([gb_district_of(rest)], lambda d8: case when d8 is null then null else coalesce(gb_district_today(city, d8), d8) end)[1];

create or replace macro gb_lines(text) as string_split(text, chr(10));

-- One row for each line of a text.
create or replace macro gb_each_line(text) as unnest(gb_lines(text));

-- Whether a text is one of the lines of another, looked up rather than walked through.
create or replace macro gb_among(text, lines) as coalesce(text in (select unnest(gb_lines(lines))), false);

-- How long a text is as carriers count it, in units of UTF-16: 好 is one, 🎁 is two.
create or replace macro gb_units(text) as length(text) + length(regexp_replace(text, '[^\x{10000}-\x{10FFFF}]', '', 'g'));

-- ---------------------------------------------------------------------------------------------
-- How far two texts differ.

-- Whether one character put in, left out or exchanged, or two neighbours swapped, make one text of the other. Then one of
-- their halves is the same, which is seen much sooner.
create or replace macro gb_one_edit(a, b) as
  abs(length(a) - length(b)) <= 1
  and (left(a, greatest(least(length(a), length(b)) - 2, 0) // 2) = left(b, greatest(least(length(a), length(b)) - 2, 0) // 2)
    or right(a, greatest(least(length(a), length(b)) - 2, 0) // 2) = right(b, greatest(least(length(a), length(b)) - 2, 0) // 2))
  and damerau_levenshtein(a, b) <= 1;

-- From 0 to 1: the similarity of Jaro and Winkler.
create or replace macro gb_alike(a, b) as jaro_winkler_similarity(a, b);

-- An address behind its city and district, with one sign for whatever counts houses, stairs and rooms; nothing where
-- no number is given, or part of it is starred out.
create or replace macro gb_door(address, district, city) as case
  when address is null or contains(address, '*') or not regexp_matches(address, '[0-9]') then null
  else nullif(trim(regexp_replace(lower(
      case
        when contains(address, district) then substr(address, strpos(address, district) + length(district))
        when contains(address, city) then ltrim(substr(address, strpos(address, city) + length(city)), '市')
        else address
      end), '号楼|单元|[号弄幢栋座室房层楼]|[^0-9a-z\p{Han}]+', '-', 'g'), '-'), '')
end;

-- A word without capitals and accents, for comparing.
create or replace macro gb_folded(text) as lower(strip_accents(text));

-- The same of a part of a Western name: Chinese names are compared whole.
create or replace macro gb_folded_latin(text) as case when not regexp_matches(text, '\p{Han}') then gb_folded(text) end;
