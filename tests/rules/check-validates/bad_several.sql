-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY, total numeric, paid numeric);
CREATE TABLE items (id uuid PRIMARY KEY, price numeric);
CREATE TABLE notes (id uuid PRIMARY KEY, body text);
-- file: 0001_checks.sql
-- Over two columns the name has none of them.
ALTER TABLE orders ADD CHECK (paid <= total); -- expect: check-validates
-- A new column that has been filled has values that may break it.
ALTER TABLE items ADD COLUMN rate numeric;
UPDATE items SET rate = price; -- expect: ddl-with-backfill
ALTER TABLE items ADD CONSTRAINT items_rate CHECK (rate < 1); -- expect: check-validates
-- The column stands in the same statement, behind another action.
ALTER TABLE notes ALTER COLUMN body SET DEFAULT '', ADD COLUMN size integer CHECK (size > 0); -- expect: check-validates
-- Every row is written anew all the same: that is said instead.
ALTER TABLE notes ADD COLUMN code text DEFAULT random()::text CHECK (code <> ''); -- expect: table-rewrite
-- A default in every row, and a CHECK that comes behind another constraint.
ALTER TABLE notes ADD COLUMN rank integer NOT NULL DEFAULT 1 CONSTRAINT notes_rank CHECK (rank > 0); -- a label of the finding above
