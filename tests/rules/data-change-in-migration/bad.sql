-- runner: hogsend
-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, role text);
CREATE TABLE plans (id bigint PRIMARY KEY, name text);
-- file: 0001_roles.sql
UPDATE users SET role = 'admin' WHERE id = 1; -- expect: data-change-in-migration
--> statement-breakpoint
-- One finding for the migration: the others are its labels.
INSERT INTO plans VALUES (1, 'free');
--> statement-breakpoint
DELETE FROM plans WHERE name = 'old';
--> statement-breakpoint
-- That every row is written is said by the rule about it.
UPDATE users SET role = lower(role); -- expect: update-all-rows
