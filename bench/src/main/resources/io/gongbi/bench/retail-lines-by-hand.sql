-- Online Retail from the raw file to a board of two tiles, as somebody writes it who wants the answers
-- and nothing else, and knows this one file and DuckDB well: one pass over the file into typed rows,
-- one over the lines for the orders, and small tables from there on. It runs in one transaction on a
-- file of its own. $file is the raw file.
--
-- retail-kept-by-hand.sql makes the lines too, and keeps what the product keeps: this shows what
-- keeping it costs. retail-orders-by-hand.sql goes on from the lines of either.

create table line as
select row_number() over () as line,
       InvoiceNo as order_no,
       StockCode as product_code,
       case when trim(Description) not in ('', '?', '??') then trim(Description) end as product_name,
       Quantity as quantity,
       UnitPrice as unit_price,
       cast(Quantity * UnitPrice as decimal(18,4)) as amount,
       case
         when StockCode in ('C2', 'DOT', 'POST') then 'postage'
         when StockCode = 'D' then 'discount'
         when StockCode in ('AMAZONFEE', 'BANK CHARGES', 'CRUK') then 'fee'
         when StockCode in ('B', 'S') then 'adjustment'
         when StockCode in ('M', 'm') then 'manual'
         when Quantity < 0 and UnitPrice = 0 then 'adjustment'
         when UnitPrice < 0 then 'adjustment'
         when Quantity < 0 then 'return'
         else 'product'
       end as kind,
       InvoiceDate as paid_at,
       case when ends_with(CustomerID, '.0') then left(CustomerID, length(CustomerID) - 2) else CustomerID end as platform_id,
       Country as country
from read_csv($file, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {
  'InvoiceNo': 'varchar', 'StockCode': 'varchar', 'Description': 'varchar', 'Quantity': 'integer',
  'InvoiceDate': 'timestamp', 'UnitPrice': 'decimal(18,4)', 'CustomerID': 'varchar', 'Country': 'varchar'});
