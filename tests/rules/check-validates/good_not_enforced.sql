-- NOT ENFORCED checks nothing, ever.
-- pg: 18
-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY, total numeric);
-- file: 0001_silent.sql
ALTER TABLE orders ADD CONSTRAINT orders_total CHECK (total >= 0) NOT ENFORCED;
