-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, name text);
-- file: 0001_index.sql
-- What a first try has left goes first.
DROP INDEX CONCURRENTLY IF EXISTS users_email;
CREATE INDEX CONCURRENTLY IF NOT EXISTS users_email ON users (email);
-- Without IF NOT EXISTS a second try fails aloud.
CREATE INDEX CONCURRENTLY users_name ON users (name);
