-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY);
-- file: 0001_wait.sql
ALTER TABLE orders ADD COLUMN note text;
SET lock_timeout = '2s'; -- expect: lock-timeout-disabled
