-- The old type is not in the files.
ALTER TABLE orders ALTER COLUMN note TYPE text; -- expect: table-rewrite
