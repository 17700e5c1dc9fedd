-- runner: hogsend
-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, role text);
-- file: 0001_plans.sql
-- The rows of a table that the same migration creates.
CREATE TABLE plans (id bigint PRIMARY KEY, name text);
--> statement-breakpoint
INSERT INTO plans VALUES (1, 'free'), (2, 'pro');
--> statement-breakpoint
-- The schema alone.
ALTER TABLE users ADD COLUMN plan_id bigint;
