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
