-- How many messages a carrier bills for one: a long text counts several times, what was never sent not at all.
alter table delivery_entry add column parts {whole} not null default 1;
