-- The index of its name becomes the constraint.
-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text CONSTRAINT users_email_unique UNIQUE);
-- file: 0001_silent.sql
ALTER TABLE users DROP CONSTRAINT users_email_unique;
CREATE UNIQUE INDEX CONCURRENTLY users_email_unique ON users (email);
ALTER TABLE users ADD CONSTRAINT users_email_unique UNIQUE USING INDEX users_email_unique;
