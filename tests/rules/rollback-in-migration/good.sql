-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_users.sql
-- Back to a savepoint, within the transaction.
SAVEPOINT before_name;--> statement-breakpoint
ALTER TABLE users ADD COLUMN name text;--> statement-breakpoint
ROLLBACK TO before_name;--> statement-breakpoint
ALTER TABLE users ADD COLUMN full_name text;
