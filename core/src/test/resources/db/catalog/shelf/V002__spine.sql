alter table shelf_book add column spine {text};
