-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, mail text UNIQUE, role text, login text, active boolean);
CREATE TABLE members (user_id bigint, org_id bigint, role text, PRIMARY KEY (user_id, org_id));
-- file: 0001_data.sql
-- Bounded: a batch.
UPDATE users SET login = mail WHERE id IN (SELECT id FROM users WHERE login IS NULL LIMIT 1000);
--> statement-breakpoint
-- Found by a unique key.
UPDATE users SET role = 'admin' WHERE id = 1;
--> statement-breakpoint
UPDATE users SET role = 'admin' WHERE users.mail IN ('a@example.com', 'b@example.com');
--> statement-breakpoint
UPDATE members SET role = 'owner' WHERE user_id = 1 AND org_id = 2;
--> statement-breakpoint
-- Compared with a constant: how many rows that finds is not hoglint's to guess.
UPDATE users SET role = 'member' WHERE role = 'user' AND active = true;
--> statement-breakpoint
-- No row at all.
UPDATE users SET role = 'x' WHERE false;
--> statement-breakpoint
-- A table of this migration.
CREATE TABLE plans (name text PRIMARY KEY, price numeric);
--> statement-breakpoint
INSERT INTO plans VALUES ('free', 0);
--> statement-breakpoint
UPDATE plans SET price = 1;
