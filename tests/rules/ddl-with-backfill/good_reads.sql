-- all
-- file: 0000_init.sql
CREATE TABLE users (id integer PRIMARY KEY);
CREATE TABLE orders (id integer PRIMARY KEY, total numeric);
ALTER TABLE orders ADD CONSTRAINT orders_total CHECK (total > 0) NOT VALID;
CREATE MATERIALIZED VIEW sums AS SELECT sum(total) AS total FROM orders;
CREATE UNIQUE INDEX sums_total ON sums (total);
CREATE MATERIALIZED VIEW counts AS SELECT count(*) FROM orders;
-- file: 0001_first.sql
-- Nothing is locked yet.
REFRESH MATERIALIZED VIEW CONCURRENTLY sums;
ALTER TABLE orders VALIDATE CONSTRAINT orders_total;
ALTER TABLE users ADD COLUMN a integer;
-- file: 0002_nothing.sql
-- Nothing is read.
ALTER TABLE users ADD COLUMN b integer;
REFRESH MATERIALIZED VIEW sums WITH NO DATA;
CREATE MATERIALIZED VIEW later AS SELECT count(*) FROM orders WITH NO DATA;
-- It is valid already.
ALTER TABLE orders VALIDATE CONSTRAINT orders_total;
