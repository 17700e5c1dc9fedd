-- file: 0000_init.sql
CREATE TYPE state AS ENUM ('open', 'done');
CREATE TABLE orders (id uuid PRIMARY KEY, state text DEFAULT 'open' NOT NULL);
-- file: 0001_types.sql
-- Whoever catches the error lives with it.
DO $$ BEGIN
  ALTER TABLE orders ALTER COLUMN id TYPE integer;
EXCEPTION WHEN OTHERS THEN NULL; END $$;
-- The remedy keeps what USING says.
ALTER TABLE orders ALTER COLUMN state TYPE state USING lower(state)::state; -- expect: cast-fails
CREATE TYPE size AS ENUM ('small', 'large');
CREATE TABLE boxes (id uuid PRIMARY KEY, size size, count integer, height integer);
-- No cast at all; and one that ends where the column does not want to go.
ALTER TABLE boxes ALTER COLUMN count TYPE size USING count::size; -- expect: cast-fails
ALTER TABLE boxes ALTER COLUMN size TYPE state USING size::state; -- expect: cast-fails
ALTER TABLE boxes ALTER COLUMN height TYPE boolean USING height::bigint; -- expect: cast-fails
-- By way of text, everything.
ALTER TABLE boxes ALTER COLUMN size TYPE state USING size::text::state;
