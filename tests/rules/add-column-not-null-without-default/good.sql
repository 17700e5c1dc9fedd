-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_silent.sql
-- PostgreSQL has a value for the rows that are there.
ALTER TABLE users ADD COLUMN plan text DEFAULT 'free' NOT NULL;
-- Without NOT NULL there is nothing to have.
ALTER TABLE users ADD COLUMN nick text;
-- The same batch has created the table, and nothing has put rows in.
CREATE TABLE orders (id uuid PRIMARY KEY);
ALTER TABLE orders ADD COLUMN total numeric NOT NULL;
-- The column is there already.
ALTER TABLE users ADD COLUMN IF NOT EXISTS nick text NOT NULL;
