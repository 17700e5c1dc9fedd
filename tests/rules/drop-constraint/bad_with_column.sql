-- One hazard, one finding: the index goes with a column of its condition.
-- file: 0000_init.sql
CREATE TABLE models (id uuid PRIMARY KEY, org uuid, is_default boolean);
CREATE UNIQUE INDEX models_default ON models (org) WHERE is_default;
-- file: 0001_drop.sql
DROP INDEX models_default;
ALTER TABLE models DROP COLUMN is_default; -- expect: drop-column
