-- runner: per-file
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text);
-- file: 0001_index.sql
-- A file of one statement is not wrapped.
CREATE INDEX CONCURRENTLY users_email ON users (email);
