-- file: 0000_init.sql
CREATE TABLE orders (id bigserial PRIMARY KEY, amount bigint, size bigint, price numeric(12, 2), code varchar(40), name text);
CREATE INDEX orders_name_idx ON orders (name);
-- file: 0001_narrow.sql
ALTER TABLE orders ALTER COLUMN amount TYPE integer; -- expect: table-rewrite
--> statement-breakpoint
-- One statement writes the table once: one finding.
ALTER TABLE orders ALTER COLUMN price TYPE numeric(8, 2), ALTER COLUMN code TYPE varchar(10); -- expect: table-rewrite
--> statement-breakpoint
-- The same way out as for amount: a label of its finding.
ALTER TABLE orders ALTER COLUMN size TYPE smallint;
--> statement-breakpoint
-- The rows stay, the index is built anew.
ALTER TABLE orders ALTER COLUMN name TYPE text COLLATE "C"; -- expect: table-rewrite
