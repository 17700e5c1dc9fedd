-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text);
-- file: 0001_index.sql
COMMIT;
CREATE INDEX CONCURRENTLY IF NOT EXISTS users_email ON users (email); -- expect: cannot-run-in-transaction
BEGIN;
