-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY);
-- file: 0001_wait.sql
SET lock_timeout = '2s';
ALTER TABLE orders ADD COLUMN note text;
SET lock_timeout = 0; -- expect: lock-timeout-disabled
ALTER TABLE orders ADD COLUMN total numeric;
