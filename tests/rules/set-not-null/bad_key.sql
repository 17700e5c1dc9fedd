-- The index is there; what is not there is the proof that its columns hold no NULL.
-- file: 0000_init.sql
CREATE TABLE users (id integer, email text, login text NOT NULL);
CREATE UNIQUE INDEX users_id_idx ON users (id);
CREATE TABLE orders (id integer, line integer);
CREATE UNIQUE INDEX orders_idx ON orders (id, line);
ALTER TABLE orders ADD CONSTRAINT id_there CHECK (id IS NOT NULL);
CREATE TABLE notes (id integer);
CREATE UNIQUE INDEX notes_idx ON notes (id);
-- file: 0001_key.sql
ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_id_idx; -- expect: set-not-null
-- One column is proven, the other is not.
ALTER TABLE orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_idx; -- expect: set-not-null
-- Said once for the column.
ALTER TABLE notes ALTER COLUMN id SET NOT NULL, ADD PRIMARY KEY USING INDEX notes_idx; -- expect: set-not-null
