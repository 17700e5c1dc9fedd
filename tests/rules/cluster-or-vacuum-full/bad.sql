-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY);
-- file: 0001_tidy.sql
CLUSTER orders USING orders_pkey; -- expect: cluster-or-vacuum-full
VACUUM FULL orders; -- expect: cluster-or-vacuum-full
