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
