-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- file: 0001_plan.sql
ALTER TABLE users ADD COLUMN plan text;
--> statement-breakpoint
-- The lock ends here; what follows commits statement by statement.
COMMIT;
--> statement-breakpoint
UPDATE users SET plan = 'free' WHERE id IN (SELECT id FROM users WHERE plan IS NULL LIMIT 1000);
--> statement-breakpoint
BEGIN;
