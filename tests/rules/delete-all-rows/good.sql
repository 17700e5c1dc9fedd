-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE TABLE sessions (id bigint PRIMARY KEY, user_id bigint);
-- file: 0001_clean.sql
-- Some rows.
DELETE FROM users WHERE name IS NULL;
--> statement-breakpoint
DELETE FROM sessions s USING users u WHERE s.user_id = u.id AND u.name = 'bot';
--> statement-breakpoint
-- A batch.
DELETE FROM sessions WHERE id IN (SELECT id FROM sessions ORDER BY id LIMIT 1000);
--> statement-breakpoint
-- A table of this migration.
CREATE TEMPORARY TABLE seen (id bigint);
--> statement-breakpoint
INSERT INTO seen VALUES (1);
--> statement-breakpoint
DELETE FROM seen;
