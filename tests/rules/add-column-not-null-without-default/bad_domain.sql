-- A domain may be what forbids NULL.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE DOMAIN code AS text NOT NULL;
CREATE DOMAIN label AS text;
CREATE TYPE state AS ENUM ('open', 'done');
CREATE TYPE address AS (street text);
-- file: 0001_add.sql
ALTER TABLE users ADD COLUMN code code; -- expect: table-rewrite, add-column-not-null-without-default
ALTER TABLE users ADD COLUMN state state NOT NULL; -- expect: add-column-not-null-without-default
-- The domain allows NULL, and the column does not.
ALTER TABLE users ADD COLUMN label label NOT NULL; -- expect: add-column-not-null-without-default
ALTER TABLE users ADD COLUMN second label;
-- An enum and its value.
ALTER TABLE users ADD COLUMN first state DEFAULT 'open' NOT NULL;
-- A table that no file creates may be there, with rows and without the column.
ALTER TABLE people ADD COLUMN IF NOT EXISTS name text NOT NULL; -- expect: will-fail, add-column-not-null-without-default
ALTER TABLE IF EXISTS people ADD COLUMN IF NOT EXISTS nick text NOT NULL; -- expect: add-column-not-null-without-default
