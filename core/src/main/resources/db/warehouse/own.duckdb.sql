create schema if not exists warehouse;
create table if not exists warehouse.migration (id varchar, checksum bigint);
create table if not exists warehouse.derived (table_name varchar, fingerprint varchar, stale boolean);
create table if not exists warehouse.made_column (table_name varchar, ordinal bigint, name varchar, type varchar, sensitivity varchar);
create table if not exists warehouse.cursor (reader varchar, position bigint);
create table if not exists warehouse.library (checksum bigint);
