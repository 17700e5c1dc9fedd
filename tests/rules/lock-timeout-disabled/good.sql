-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY);
-- file: 0001_silent.sql
-- pg_dump's head: there is no limit that it could take away.
SET lock_timeout = 0;
SET LOCAL lock_timeout = '500ms';
SET lock_timeout = '0.5s';
RESET lock_timeout;
-- Other limits are not about waiting for locks.
SET statement_timeout = 0;
