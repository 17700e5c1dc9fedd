-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text);
-- file: 0001_users.sql
-- Drizzle ends the transaction that it opened.
COMMIT;--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS users_email;--> statement-breakpoint
BEGIN;--> statement-breakpoint
ALTER TABLE users ADD COLUMN name text;
