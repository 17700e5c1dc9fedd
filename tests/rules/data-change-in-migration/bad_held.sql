-- Where the migration holds a lock, the rule about that speaks instead.
-- runner: hogsend
-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, role text);
CREATE TABLE plans (id bigint PRIMARY KEY, name text);
-- file: 0001_rows.sql
ALTER TABLE users ADD COLUMN plan text;
--> statement-breakpoint
INSERT INTO plans VALUES (1, 'free'); -- expect: data-change-in-migration
--> statement-breakpoint
UPDATE users SET plan = 'free' WHERE role = 'guest'; -- expect: ddl-with-backfill
