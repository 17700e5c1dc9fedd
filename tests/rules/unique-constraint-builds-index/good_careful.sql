-- runner: per-file
-- all
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text);
-- file: 0001_clean.sql
-- An invalid index of an attempt that failed goes first.
DROP INDEX CONCURRENTLY IF EXISTS users_email_key;
-- file: 0002_build.sql
CREATE UNIQUE INDEX CONCURRENTLY users_email_key ON users (email);
-- file: 0003_attach.sql
-- The index becomes the constraint: no row is read.
ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key;
