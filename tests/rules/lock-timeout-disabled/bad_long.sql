-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY);
-- file: 0001_wait.sql
SET lock_timeout = '10min'; -- expect: lock-timeout-disabled
ALTER TABLE orders ADD COLUMN note text;
