-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY, code text, price numeric(12, 4), at timestamptz, rate double precision);
-- file: 0001_types.sql
ALTER TABLE "orders" ALTER COLUMN "code" SET DATA TYPE varchar(10) USING "code"::varchar(10); -- expect: lossy-type-change, table-rewrite
ALTER TABLE orders ALTER COLUMN price TYPE numeric(10, 2); -- expect: lossy-type-change, table-rewrite
-- That these write the table again is a label of the finding above.
ALTER TABLE orders ALTER COLUMN at TYPE date; -- expect: lossy-type-change
ALTER TABLE orders ALTER COLUMN rate TYPE integer; -- expect: lossy-type-change
