-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE TABLE sessions (id bigint PRIMARY KEY, user_id bigint REFERENCES users (id) ON DELETE CASCADE);
-- file: 0001_clean.sql
DELETE FROM users; -- expect: delete-all-rows
--> statement-breakpoint
DELETE FROM sessions WHERE 1 = 1; -- expect: delete-all-rows
