-- runner: autocommit
-- file: 0000_ids.sql
-- Each table is gone with its transaction.
BEGIN;
CREATE TEMP TABLE ids ON COMMIT DROP AS SELECT 1 AS id;
COMMIT;
BEGIN;
CREATE TEMPORARY TABLE ids (id int PRIMARY KEY) ON COMMIT
  DROP;
COMMIT;
