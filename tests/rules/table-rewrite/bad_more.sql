-- file: 0000_init.sql
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE TABLE orders (id integer PRIMARY KEY, name text, price integer, twice integer GENERATED ALWAYS AS (price * 2) STORED);
CREATE INDEX orders_name ON orders (name);
CREATE FUNCTION token() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN random()::text; END $$;
-- file: 0001_rewrites.sql
-- A constrained domain costs a rewrite even without a default.
ALTER TABLE orders ADD COLUMN amount positive; -- expect: table-rewrite
ALTER TABLE orders ADD COLUMN row_number bigint GENERATED ALWAYS AS IDENTITY; -- expect: table-rewrite
ALTER TABLE orders ADD COLUMN secret text DEFAULT token(); -- expect: table-rewrite
ALTER TABLE orders ADD COLUMN unknown text DEFAULT elsewhere(); -- expect: table-rewrite
ALTER TABLE orders ALTER COLUMN twice SET EXPRESSION AS (price + price); -- expect: table-rewrite
ALTER TABLE orders SET UNLOGGED; -- expect: table-rewrite, unlogged-table
ALTER TABLE orders SET TABLESPACE fast; -- expect: table-rewrite
-- The rows stay, the index does not.
ALTER TABLE orders ALTER COLUMN name TYPE text COLLATE "C"; -- expect: table-rewrite
