-- runner: autocommit
-- all
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, name text);
-- file: 0001_drop.sql
-- A retry begins with the file that failed: this one is not run again.
DROP INDEX CONCURRENTLY IF EXISTS users_email;
-- file: 0002_index.sql
CREATE INDEX CONCURRENTLY IF NOT EXISTS users_email ON users (email); -- expect: invalid-index-kept
