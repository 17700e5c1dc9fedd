-- What only reads takes its time as well.
-- all
-- file: 0000_init.sql
CREATE TABLE users (id integer PRIMARY KEY);
CREATE TABLE orders (id integer PRIMARY KEY, total numeric);
ALTER TABLE orders ADD CONSTRAINT orders_total CHECK (total > 0) NOT VALID;
ALTER TABLE orders ADD CONSTRAINT orders_id CHECK (id > 0) NOT VALID;
CREATE MATERIALIZED VIEW sums AS SELECT sum(total) AS total FROM orders;
CREATE UNIQUE INDEX sums_total ON sums (total);
-- file: 0001_view.sql
ALTER TABLE users ADD COLUMN a integer;
CREATE MATERIALIZED VIEW counts AS SELECT count(*) FROM orders; -- expect: ddl-with-backfill
-- file: 0002_refresh.sql
ALTER TABLE users ADD COLUMN b integer;
REFRESH MATERIALIZED VIEW CONCURRENTLY sums; -- expect: ddl-with-backfill
-- file: 0003_validate.sql
ALTER TABLE users ADD COLUMN c integer;
ALTER TABLE orders VALIDATE CONSTRAINT orders_total; -- expect: ddl-with-backfill
-- file: 0004_sleep.sql
ALTER TABLE users ADD COLUMN d integer;
SELECT pg_sleep(1); -- expect: ddl-with-backfill
-- file: 0005_own_lock.sql
-- The lock of the same table.
ALTER TABLE orders ADD COLUMN note text;
ALTER TABLE orders VALIDATE CONSTRAINT orders_id; -- expect: ddl-with-backfill
-- file: 0006_table.sql
ALTER TABLE users ADD COLUMN e integer;
CREATE TABLE kept AS SELECT * FROM orders; -- expect: ddl-with-backfill
