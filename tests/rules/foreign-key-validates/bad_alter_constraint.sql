-- pg: 18
-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, n integer,
  CONSTRAINT orders_on FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT orders_off FOREIGN KEY (user_id) REFERENCES users (id) NOT ENFORCED);
-- file: 0001_alter.sql
-- Only one that was not enforced has to be looked up.
ALTER TABLE orders ALTER CONSTRAINT orders_on DEFERRABLE;
ALTER TABLE orders ALTER CONSTRAINT orders_on NOT ENFORCED;
ALTER TABLE orders ALTER CONSTRAINT orders_off ENFORCED; -- expect: foreign-key-validates
ALTER TABLE orders ALTER COLUMN n SET DEFAULT 1;
