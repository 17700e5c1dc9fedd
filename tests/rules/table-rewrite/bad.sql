-- file: 0000_init.sql
CREATE TABLE orders (id integer PRIMARY KEY, note text, price numeric(10, 2), code varchar(20));
-- file: 0001_rewrites.sql
ALTER TABLE "orders" ALTER COLUMN "id" SET DATA TYPE bigint; -- expect: table-rewrite
ALTER TABLE orders ALTER COLUMN note TYPE varchar(200); -- expect: table-rewrite
ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid() NOT NULL; -- expect: table-rewrite
ALTER TABLE orders ADD COLUMN number serial; -- expect: table-rewrite
ALTER TABLE orders ADD COLUMN total numeric GENERATED ALWAYS AS (price * 2) STORED; -- expect: table-rewrite
-- USING is all that costs here.
ALTER TABLE orders ALTER COLUMN code TYPE text USING trim(code); -- expect: table-rewrite
