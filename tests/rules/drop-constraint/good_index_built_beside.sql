-- The same batch builds what takes its place, without blocking writes.
-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text UNIQUE);
-- file: 0001_silent.sql
CREATE UNIQUE INDEX CONCURRENTLY users_email_unique ON users (email);
ALTER TABLE users DROP CONSTRAINT users_email_key;
