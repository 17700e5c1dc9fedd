-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY, code varchar(10), price numeric(10, 2), at timestamp(3));
-- file: 0001_silent.sql
-- Room for every value.
ALTER TABLE orders ALTER COLUMN code TYPE varchar(20);
ALTER TABLE orders ALTER COLUMN price TYPE numeric(12, 2);
ALTER TABLE orders ALTER COLUMN at TYPE timestamp;
-- The same batch has created the table, and nothing has put rows in.
CREATE TABLE items (id uuid PRIMARY KEY, price numeric(12, 4));
ALTER TABLE items ALTER COLUMN price TYPE numeric(10, 2);
