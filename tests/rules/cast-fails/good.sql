-- file: 0000_init.sql
CREATE TYPE state AS ENUM ('open', 'done');
CREATE TABLE orders (id uuid PRIMARY KEY, code varchar(10), price integer);
-- file: 0001_silent.sql
CREATE TABLE items (id uuid PRIMARY KEY, amount text, state text DEFAULT 'open', price integer, kind state DEFAULT 'open');
-- USING says how.
ALTER TABLE items ALTER COLUMN amount TYPE integer USING amount::integer;
-- The default goes first.
ALTER TABLE items ALTER COLUMN state DROP DEFAULT;
ALTER TABLE items ALTER COLUMN state TYPE state USING state::state;
ALTER TABLE items ALTER COLUMN state SET DEFAULT 'open';
-- Casts that apply by themselves: between numbers, and anything to a string.
ALTER TABLE items ALTER COLUMN price TYPE numeric;
ALTER TABLE items ALTER COLUMN kind TYPE text;
-- No table has the attribute: there is nothing to cast.
CREATE TYPE pair AS (a text, b text);
ALTER TYPE pair ALTER ATTRIBUTE b TYPE integer;
