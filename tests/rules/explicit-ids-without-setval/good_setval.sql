-- file: 0000_plans.sql
CREATE TABLE plans (id serial PRIMARY KEY, name text);
--> statement-breakpoint
-- The sequence is told.
INSERT INTO plans (id, name) VALUES (1, 'free'), (2, 'pro');
--> statement-breakpoint
SELECT setval(pg_get_serial_sequence('plans', 'id'), (SELECT max(id) FROM plans));
