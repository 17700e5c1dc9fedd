-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE orders (id uuid PRIMARY KEY, user_id uuid, total numeric);
ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;
-- file: 0001_silent.sql
-- An earlier deploy has added it.
ALTER TABLE orders VALIDATE CONSTRAINT orders_user;
-- The same batch has created the table.
CREATE TABLE draft (id int);
ALTER TABLE draft ADD CONSTRAINT positive CHECK (id > 0) NOT VALID;
ALTER TABLE draft VALIDATE CONSTRAINT positive;
