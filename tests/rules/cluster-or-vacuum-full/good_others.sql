-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY);
CREATE TABLE events (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
-- file: 0001_silent.sql
-- A table of the same batch, with rows.
CREATE TABLE items (id uuid PRIMARY KEY);
INSERT INTO items VALUES ('00000000-0000-0000-0000-000000000001');
CLUSTER items USING items_pkey;
VACUUM FULL items;
-- Statistics alone.
ANALYZE orders;
