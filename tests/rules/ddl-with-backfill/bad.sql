-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, name text, role text NOT NULL DEFAULT 'member');
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, total numeric, state text);
-- file: 0001_plan.sql
-- Nobody reads or writes users from the ALTER TABLE to the end of the last pending migration.
ALTER TABLE users ADD COLUMN plan text;
--> statement-breakpoint
UPDATE users SET plan = 'free'; -- expect: ddl-with-backfill
--> statement-breakpoint
-- That SET NOT NULL reads the rows once more is the same hazard.
ALTER TABLE users ALTER COLUMN plan SET NOT NULL; -- expect: new-required-column
--> statement-breakpoint
-- One finding for what the transaction does to rows: another table that takes its time while users
-- is locked is a label of it.
UPDATE orders SET state = 'done' WHERE state = 'closed';
--> statement-breakpoint
DELETE FROM orders WHERE user_id IS NULL;
