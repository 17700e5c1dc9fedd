-- A value in the middle keeps its place.
-- file: 0000_init.sql
CREATE TYPE size AS ENUM ('s', 'l');
CREATE TABLE shirts (id uuid PRIMARY KEY, size size);
-- file: 0001_sizes.sql
ALTER TABLE shirts ALTER COLUMN size TYPE text;
DROP TYPE size; -- expect: enum-recreation
CREATE TYPE size AS ENUM ('s', 'm', 'l', 'xl');
ALTER TABLE shirts ALTER COLUMN size TYPE size USING size::size;
