-- PostgreSQL has a value for the rows that are there: it writes them all, but does not fail.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, plan text);
CREATE DOMAIN status AS text DEFAULT 'new' NOT NULL;
-- file: 0001_add.sql
ALTER TABLE users ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY; -- expect: table-rewrite
ALTER TABLE users ADD COLUMN counter serial; -- expect: table-rewrite
ALTER TABLE users ADD COLUMN upper_plan text GENERATED ALWAYS AS (upper(plan)) STORED NOT NULL; -- expect: table-rewrite
ALTER TABLE users ADD COLUMN status status; -- expect: table-rewrite
