-- file: 0000_plans.sql
CREATE TABLE plans (id serial PRIMARY KEY, name text);
--> statement-breakpoint
CREATE TABLE codes (code text PRIMARY KEY, name text);
--> statement-breakpoint
-- The sequence numbers them.
INSERT INTO plans (name) VALUES ('free'), ('pro');
--> statement-breakpoint
-- No sequence.
INSERT INTO codes VALUES ('a', 'A');
