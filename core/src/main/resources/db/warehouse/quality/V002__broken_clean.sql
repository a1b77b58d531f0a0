alter table quality.score add column broken_clean bigint;
