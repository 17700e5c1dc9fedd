-- runner: per-file
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text);
-- file: 0001_index.sql
-- +goose NO TRANSACTION
-- The file says that it is not wrapped.
DROP INDEX CONCURRENTLY IF EXISTS users_email;
CREATE INDEX CONCURRENTLY users_email ON users (email);
