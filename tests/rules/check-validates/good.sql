-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY, total numeric);
-- file: 0001_silent.sql
-- NOT VALID checks new rows only.
ALTER TABLE orders ADD CONSTRAINT orders_total CHECK (total >= 0) NOT VALID;
-- The same batch has created the table.
CREATE TABLE items (id uuid PRIMARY KEY, price numeric);
ALTER TABLE items ADD CONSTRAINT items_price CHECK (price >= 0);
