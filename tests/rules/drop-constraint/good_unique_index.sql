-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text UNIQUE, nick text, age int);
CREATE UNIQUE INDEX users_email_idx ON users (email);
CREATE INDEX users_age_idx ON users (age);
-- file: 0001_silent.sql
-- It guarantees nothing.
DROP INDEX users_age_idx;
-- A constraint on the same column guarantees the same.
DROP INDEX users_email_idx;
-- The same batch has created the table.
CREATE TABLE drafts (id uuid PRIMARY KEY, email text);
CREATE UNIQUE INDEX drafts_email_idx ON drafts (email);
DROP INDEX drafts_email_idx;
