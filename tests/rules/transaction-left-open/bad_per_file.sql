-- runner: per-file
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_users.sql
-- +goose NO TRANSACTION
BEGIN; -- expect: transaction-left-open
ALTER TABLE users ADD COLUMN name text;
