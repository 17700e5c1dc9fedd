-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY, total numeric);
CREATE MATERIALIZED VIEW totals AS SELECT sum(total) AS total FROM orders;
CREATE MATERIALIZED VIEW by_id AS SELECT id, total FROM orders;
CREATE UNIQUE INDEX by_id_key ON by_id (id);
-- file: 0001_refresh.sql
REFRESH MATERIALIZED VIEW totals; -- expect: refresh-materialized-view-blocks
REFRESH MATERIALIZED VIEW by_id; -- expect: refresh-materialized-view-blocks
