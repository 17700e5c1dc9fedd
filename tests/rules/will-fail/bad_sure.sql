-- runner: autocommit
-- file: 0000_init.sql
CREATE EXTENSION pgcrypto;
CREATE TABLE users (id uuid PRIMARY KEY, email text);
CREATE VIEW addresses AS SELECT id, email FROM users;
-- file: 0001_more.sql
-- Nothing in the block ends it before; what ended another one does not matter.
DO $$ BEGIN
  IF random() < 2 THEN RETURN; END IF;
END $$;
DO $$ BEGIN
  CREATE TABLE users (id uuid PRIMARY KEY); -- expect: will-fail
END $$;
-- The table has gone in this file.
DROP VIEW addresses; -- expect: drop-view
ALTER TABLE users DROP COLUMN email; -- expect: drop-column
COMMENT ON COLUMN users.email IS 'gone'; -- expect: will-fail
-- An extension of functions alone has made no table.
ALTER TABLE usres ADD COLUMN note text; -- expect: will-fail
