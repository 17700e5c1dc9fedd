-- What the remedy says depends on what an INSERT needs.
-- file: 0000_init.sql
CREATE SCHEMA other;
CREATE TABLE users (
  id uuid PRIMARY KEY,
  org_id uuid NOT NULL,
  with_default int DEFAULT 1 NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  doubled int GENERATED ALWAYS AS (1 + 1) STORED NOT NULL,
  optional text
);
CREATE TABLE keyed (a int, b int, PRIMARY KEY (a, b));
CREATE TYPE address AS (street text, city text);
-- file: 0001_drop.sql
ALTER TABLE users DROP COLUMN org_id, DROP COLUMN with_default, DROP COLUMN number, DROP COLUMN doubled, DROP COLUMN optional; -- expect: drop-column
ALTER TABLE keyed DROP COLUMN a CASCADE; -- expect: drop-column
ALTER TYPE address DROP ATTRIBUTE city; -- expect: drop-column
