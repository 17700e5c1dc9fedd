-- A DO block is one transaction, also where every statement is a request of its own.
-- runner: drizzle-neon-http
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_rename.sql
-- The view stands under the old name when the block commits.
DO $$
BEGIN
  ALTER TABLE users RENAME TO accounts;
  CREATE VIEW users WITH (security_invoker = true) AS SELECT * FROM accounts;
END $$;
