-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, name text, role text);
CREATE TABLE settings (key text PRIMARY KEY, value text);
-- file: 0001_plan.sql
-- Before the first lock: row locks only, and few rows.
UPDATE users SET role = 'member' WHERE id IN (SELECT id FROM users WHERE role IS NULL LIMIT 1000);
--> statement-breakpoint
ALTER TABLE users ADD COLUMN plan text;
--> statement-breakpoint
-- One row by its key.
UPDATE settings SET value = '2' WHERE key = 'schema';
--> statement-breakpoint
-- Written out, not read from a table.
INSERT INTO settings (key, value) VALUES ('plans', 'on');
--> statement-breakpoint
INSERT INTO settings (key, value) SELECT 'seats', 'on' WHERE NOT EXISTS (SELECT 1 FROM settings WHERE key = 'seats');
--> statement-breakpoint
UPDATE users SET role = given.role FROM (VALUES (1, 'admin'), (2, 'member')) AS given (id, role) WHERE users.id = given.id;
--> statement-breakpoint
-- A table that nobody knows yet, and rows that are few.
CREATE TABLE plans (name text PRIMARY KEY, price numeric);
--> statement-breakpoint
INSERT INTO plans VALUES ('free', 0), ('pro', 10);
--> statement-breakpoint
UPDATE plans SET price = 12 WHERE price > 0;
