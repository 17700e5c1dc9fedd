-- runner: hogsend
-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY);
-- file: 0001_wait.sql
SET lock_timeout = 0; -- expect: lock-timeout-disabled
SET LOCAL lock_timeout = '0s'; -- expect: lock-timeout-disabled
