-- runner: autocommit
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_users.sql
BEGIN;
ALTER TABLE users ADD COLUMN name text;
COMMIT;
BEGIN; -- expect: transaction-left-open
ALTER TABLE users ADD COLUMN email text;
