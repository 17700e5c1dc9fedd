-- A column that PostgreSQL computed, and that deployed code does not know how to fill.
-- file: 0000_init.sql
CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL, slug text NOT NULL GENERATED ALWAYS AS (lower(name)) STORED, label text GENERATED ALWAYS AS (upper(name)) STORED);
-- file: 0001_drop.sql
ALTER TABLE users ALTER COLUMN slug DROP EXPRESSION; -- expect: drop-default
-- NULL in new rows fails nothing.
ALTER TABLE users ALTER COLUMN label DROP EXPRESSION;
