-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_users.sql
-- Nothing is undone.
ROLLBACK;
BEGIN;
SET LOCAL lock_timeout = '2s';
ROLLBACK;
ALTER TABLE users ADD COLUMN name text;
