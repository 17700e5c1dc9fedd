-- runner: drizzle-neon-http
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_users.sql
BEGIN; -- expect: transaction-left-open
--> statement-breakpoint
ALTER TABLE users ADD COLUMN name text;
--> statement-breakpoint
COMMIT;
