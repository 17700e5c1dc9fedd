-- The statement drops the column of that name first: IF NOT EXISTS finds none.
-- file: 0000_init.sql
CREATE TABLE users (id integer PRIMARY KEY, code text);
CREATE TABLE orders (id integer PRIMARY KEY, code text);
-- file: 0001_again.sql
ALTER TABLE users DROP COLUMN code, ADD COLUMN IF NOT EXISTS code text NOT NULL; -- expect: drop-column, add-column-not-null-without-default
-- There it is: nothing happens.
ALTER TABLE orders ADD COLUMN IF NOT EXISTS code text NOT NULL;
