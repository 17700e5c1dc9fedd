-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE orders (id uuid PRIMARY KEY, user_id uuid);
-- file: 0001_silent.sql
-- The same batch has created the referencing table, and nothing has put rows in.
CREATE TABLE invoices (id uuid PRIMARY KEY, user_id uuid REFERENCES users (id), order_id uuid);
ALTER TABLE invoices ADD CONSTRAINT invoices_order FOREIGN KEY (order_id) REFERENCES orders (id);
-- NOT VALID checks new rows only.
ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;
-- Declared with a new column that has no default: PostgreSQL does not look.
ALTER TABLE orders ADD COLUMN owner_id uuid CONSTRAINT orders_owner REFERENCES users (id);
