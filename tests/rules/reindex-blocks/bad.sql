-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY, total numeric);
CREATE INDEX orders_total ON orders (total);
-- file: 0001_reindex.sql
REINDEX TABLE orders; -- expect: reindex-blocks
REINDEX INDEX orders_total; -- expect: reindex-blocks
