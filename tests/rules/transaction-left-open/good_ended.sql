-- runner: per-file
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text);
-- file: 0001_users.sql
-- Ended, and the runner's own transaction around it makes BEGIN a warning.
BEGIN;
ALTER TABLE users ADD COLUMN name text;
COMMIT;
