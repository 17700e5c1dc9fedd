-- runner: autocommit
-- file: 0000_ids.sql
BEGIN;
CREATE TEMP TABLE ids (id int) ON COMMIT DROP;
-- The transaction has not ended yet.
CREATE TEMP TABLE ids (id int) ON COMMIT DROP; -- expect: will-fail
COMMIT;
BEGIN;
CREATE TEMP TABLE kept (id int) ON COMMIT DELETE ROWS;
COMMIT;
CREATE TEMP TABLE kept (id int); -- expect: will-fail
