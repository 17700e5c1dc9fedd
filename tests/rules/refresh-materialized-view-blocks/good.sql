-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY, total numeric);
CREATE MATERIALIZED VIEW by_id AS SELECT id, total FROM orders;
CREATE UNIQUE INDEX by_id_key ON by_id (id);
-- file: 0001_silent.sql
REFRESH MATERIALIZED VIEW CONCURRENTLY by_id;
-- Nobody reads a view of the same batch.
CREATE MATERIALIZED VIEW totals AS SELECT sum(total) AS total FROM orders WITH NO DATA;
REFRESH MATERIALIZED VIEW totals;
