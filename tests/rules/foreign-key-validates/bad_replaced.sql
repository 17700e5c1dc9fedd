-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE orders (id uuid PRIMARY KEY, user_id uuid CONSTRAINT orders_user REFERENCES users (id));
-- file: 0001_cascade.sql
-- What drizzle-kit writes for another ON DELETE: no row can lack its match, but every row is read.
ALTER TABLE orders DROP CONSTRAINT orders_user;
ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE; -- expect: foreign-key-validates
