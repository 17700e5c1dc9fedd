-- Other ways to the same end, and other changes than a removed value.
-- file: 0000_init.sql
CREATE TYPE color AS ENUM ('red', 'grean');
CREATE TYPE size AS ENUM ('s', 'm');
CREATE TYPE shape AS ENUM ('round', 'square', 'none', 'unknown');
CREATE TABLE goods (id uuid PRIMARY KEY, color color, size size);
CREATE TABLE boxes (id uuid PRIMARY KEY, size size);
-- file: 0001_by_hand.sql
-- A value gets another name.
ALTER TYPE color RENAME TO color_old;
CREATE TYPE color AS ENUM ('red', 'green');
ALTER TABLE goods ALTER COLUMN color TYPE color USING color::text::color;
DROP TYPE color_old; -- expect: enum-recreation
-- A value is added.
CREATE TYPE size_new AS ENUM ('s', 'm', 'l');
ALTER TABLE goods ALTER COLUMN size TYPE size_new USING size::text::size_new;
ALTER TABLE boxes ALTER COLUMN size TYPE size_new USING size::text::size_new;
DROP TYPE size; -- expect: enum-recreation
ALTER TYPE size_new RENAME TO size;
-- No column has it: nothing is written.
DROP TYPE shape; -- expect: enum-recreation
CREATE TYPE shape AS ENUM ('round', 'square');
