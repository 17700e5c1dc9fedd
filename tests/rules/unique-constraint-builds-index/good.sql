-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text);
-- file: 0001_index.sql
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY users_email ON users (email);
BEGIN;
-- file: 0002_silent.sql
-- The index is there: nothing is read.
ALTER TABLE users ADD CONSTRAINT users_email UNIQUE USING INDEX users_email;
-- The same batch has created the table.
CREATE TABLE orders (id uuid NOT NULL);
ALTER TABLE orders ADD PRIMARY KEY (id);
