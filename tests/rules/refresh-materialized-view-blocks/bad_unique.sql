-- Which unique indexes CONCURRENTLY takes: without WHERE, of columns.
-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY, total numeric, open boolean);
CREATE MATERIALIZED VIEW plain AS SELECT id, total FROM orders;
CREATE INDEX plain_id ON plain (id);
CREATE MATERIALIZED VIEW partly AS SELECT id, open FROM orders;
CREATE UNIQUE INDEX partly_id ON partly (id) WHERE open;
CREATE MATERIALIZED VIEW computed AS SELECT id, total FROM orders;
CREATE UNIQUE INDEX computed_id ON computed ((id::text));
CREATE MATERIALIZED VIEW mixed AS SELECT id, total FROM orders;
CREATE UNIQUE INDEX mixed_id ON mixed (id, (total + 1));
CREATE MATERIALIZED VIEW several AS SELECT id, total FROM orders;
CREATE INDEX several_total ON several (total);
CREATE UNIQUE INDEX several_id ON several (id, total);
CREATE MATERIALIZED VIEW lost AS SELECT id, total FROM orders;
CREATE UNIQUE INDEX lost_id ON lost (id);
DROP INDEX lost_id;
-- file: 0001_refresh.sql
REFRESH MATERIALIZED VIEW plain; -- expect: refresh-materialized-view-blocks
REFRESH MATERIALIZED VIEW partly; -- expect: refresh-materialized-view-blocks
REFRESH MATERIALIZED VIEW computed; -- expect: refresh-materialized-view-blocks
REFRESH MATERIALIZED VIEW mixed; -- expect: refresh-materialized-view-blocks
REFRESH MATERIALIZED VIEW several; -- expect: refresh-materialized-view-blocks
REFRESH MATERIALIZED VIEW lost; -- expect: refresh-materialized-view-blocks
-- It is emptied: nobody can read it afterwards, and no query runs.
REFRESH MATERIALIZED VIEW several WITH NO DATA;
