-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY);
-- file: 0001_silent.sql
-- Writes nothing anew, and lets others go on.
VACUUM (ANALYZE) orders;
-- The same batch has created the table.
CREATE TABLE items (id uuid PRIMARY KEY);
CLUSTER items USING items_pkey;
