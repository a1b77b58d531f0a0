create table shelf_book (
  title      {text}    not null primary key,
  pages      {whole}   check (pages > 0),
  price      {decimal},
  is_lent    {flag},
  bought_day {day},
  read_at    {moment}
) {strict};

create table shelf_loan (
  title    {text} not null references shelf_book (title),
  borrower {text} not null
) {strict};
