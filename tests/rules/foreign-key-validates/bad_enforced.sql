-- pg: 18
-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);
ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id) NOT ENFORCED;
-- file: 0001_enforce.sql
ALTER TABLE orders ALTER CONSTRAINT orders_user_fk ENFORCED; -- expect: foreign-key-validates
