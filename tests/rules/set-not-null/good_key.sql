-- file: 0000_init.sql
CREATE TABLE users (id integer NOT NULL, email text);
CREATE UNIQUE INDEX users_id_idx ON users (id);
CREATE TABLE orders (id integer);
CREATE UNIQUE INDEX orders_idx ON orders (id);
ALTER TABLE orders ADD CONSTRAINT id_there CHECK (id IS NOT NULL);
CREATE TABLE notes (id integer);
CREATE UNIQUE INDEX notes_idx ON notes (id);
-- file: 0001_key.sql
-- The column is NOT NULL, or a validated CHECK says so: nothing is read.
ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_id_idx;
ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_idx;
-- Another key lets NULL be.
ALTER TABLE notes ADD CONSTRAINT notes_key UNIQUE USING INDEX notes_idx;
-- A table of this batch, with rows: nobody waits for it.
CREATE TABLE plans (id integer PRIMARY KEY, name text);
INSERT INTO plans VALUES (1, 'free');
ALTER TABLE plans ALTER COLUMN name SET NOT NULL;
