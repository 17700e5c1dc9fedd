-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_silent.sql
-- The same batch has added the column: no deployed code names it.
ALTER TABLE users ADD COLUMN scratch text;
ALTER TABLE users DROP COLUMN scratch;
-- The same batch has created the table.
CREATE TABLE orders (id uuid PRIMARY KEY, note text);
ALTER TABLE orders DROP COLUMN note;
-- The files begin at the beginning and never add it: nothing is dropped.
ALTER TABLE users DROP COLUMN IF EXISTS never_added;
