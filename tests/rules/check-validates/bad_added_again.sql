-- PostgreSQL drops first: the CHECK of the new column looks at every row.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE orders (id uuid PRIMARY KEY, total text, buyer text);
-- file: 0001_again.sql
ALTER TABLE orders DROP COLUMN total, ADD COLUMN total numeric CONSTRAINT orders_total CHECK (total >= 0); -- expect: drop-column, check-validates
-- A foreign key of NULLs has nothing to look up.
ALTER TABLE orders DROP COLUMN buyer, ADD COLUMN buyer uuid REFERENCES users (id); -- a label of the first finding
