-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text UNIQUE, age int CHECK (age > 0));
CREATE UNIQUE INDEX users_email_live ON users (email) WHERE age > 18;
CREATE TABLE orders (
  id uuid CONSTRAINT orders_pk PRIMARY KEY,
  user_id uuid REFERENCES users (id) ON DELETE CASCADE
);
-- file: 0001_drop.sql
-- The index over some of the rows is no replacement.
ALTER TABLE users DROP CONSTRAINT users_email_key; -- expect: drop-constraint
ALTER TABLE users DROP CONSTRAINT users_age_check; -- expect: drop-constraint
ALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey; -- expect: drop-constraint
ALTER TABLE orders DROP CONSTRAINT orders_pk; -- expect: drop-constraint
