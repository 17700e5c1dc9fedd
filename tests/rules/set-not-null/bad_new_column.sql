-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text);
-- file: 0001_set.sql
-- Every row has the default: only the scan is left.
ALTER TABLE users ADD COLUMN plan text DEFAULT 'free';
ALTER TABLE users ALTER COLUMN plan SET NOT NULL; -- expect: set-not-null
-- No row has a value.
ALTER TABLE users ADD COLUMN age int;
ALTER TABLE users ALTER COLUMN age SET NOT NULL; -- expect: new-required-column, set-not-null
-- Filled in between: what is said of the UPDATE is the same hazard.
ALTER TABLE users ADD COLUMN nick text;
UPDATE users SET nick = email; -- expect: ddl-with-backfill
ALTER TABLE users ALTER COLUMN nick SET NOT NULL;
