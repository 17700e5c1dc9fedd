-- A table of the same batch that has rows is no longer empty.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_add.sql
CREATE TABLE people AS SELECT id FROM users;
ALTER TABLE people ADD COLUMN name text NOT NULL; -- expect: add-column-not-null-without-default
