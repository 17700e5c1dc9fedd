-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY, total numeric);
CREATE INDEX orders_total ON orders (total);
-- file: 0001_silent.sql
REINDEX INDEX CONCURRENTLY orders_total;
-- The same batch has created the table.
CREATE TABLE items (id uuid PRIMARY KEY);
REINDEX TABLE items;
