-- A CHECK that asks for the new column, with the rows that are there left out.
-- file: 0000_init.sql
CREATE TABLE users (id integer PRIMARY KEY, name text);
-- file: 0001_phone.sql
ALTER TABLE users ADD COLUMN phone text;
ALTER TABLE users ADD CONSTRAINT users_phone CHECK (phone IS NOT NULL) NOT VALID; -- expect: new-required-column
