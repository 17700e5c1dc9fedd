-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text UNIQUE, age int CHECK (age > 0));
-- file: 0001_silent.sql
-- A table that there is not.
ALTER TABLE IF EXISTS people DROP CONSTRAINT people_email_key;
-- The same batch has created the table, and the constraint is none of those that are known.
CREATE TABLE drafts (id uuid PRIMARY KEY, email text);
ALTER TABLE drafts DROP CONSTRAINT IF EXISTS drafts_email_key;
