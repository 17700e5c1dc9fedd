-- Every statement is a request of its own: a DO block is one.
-- runner: drizzle-neon-http
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_rename.sql
ALTER TABLE users RENAME TO accounts; -- expect: rename-table
