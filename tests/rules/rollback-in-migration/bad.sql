-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_users.sql
ALTER TABLE users ADD COLUMN name text;--> statement-breakpoint
ROLLBACK; -- expect: rollback-in-migration
