-- file: 0000_init.sql
CREATE TABLE orders (id uuid PRIMARY KEY);
-- file: 0001_silent.sql
-- pg_dump's head: there is no limit that it could take away.
SET statement_timeout = 0;
SET lock_timeout = 0;
-- Limits in time.
SET LOCAL lock_timeout = '500ms';
ALTER TABLE orders ADD COLUMN note text;
SET lock_timeout = '0.5s';
ALTER TABLE orders ADD COLUMN total numeric;
-- Nothing after it waits for a lock on a table that is in use.
SET lock_timeout = 0;
CREATE TABLE customers (id uuid PRIMARY KEY);
ALTER TABLE customers ADD COLUMN name text;--> statement-breakpoint
COMMIT;--> statement-breakpoint
-- CONCURRENTLY may wait as long as it likes: nobody queues up behind it.
SET lock_timeout = '5s';--> statement-breakpoint
SET lock_timeout = 0;--> statement-breakpoint
CREATE INDEX CONCURRENTLY orders_note ON orders (note);--> statement-breakpoint
SET lock_timeout = '5s';
