-- file: 0000_init.sql
CREATE TYPE state AS ENUM ('open', 'done');
CREATE TABLE orders (id uuid PRIMARY KEY, amount text, state text DEFAULT 'open' NOT NULL, tags text, active integer);
-- file: 0001_types.sql
ALTER TABLE "orders" ALTER COLUMN "amount" SET DATA TYPE integer; -- expect: cast-fails
ALTER TABLE orders ALTER COLUMN active TYPE boolean; -- expect: cast-fails
ALTER TABLE orders ALTER COLUMN tags TYPE text[]; -- expect: cast-fails
-- USING converts the rows, not the default.
ALTER TABLE orders ALTER COLUMN state TYPE state USING state::state; -- expect: cast-fails
