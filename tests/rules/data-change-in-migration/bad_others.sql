-- runner: hogsend
-- file: 0000_init.sql
CREATE TABLE users (id bigint PRIMARY KEY, role text);
CREATE TABLE plans (id bigint PRIMARY KEY, name text);
CREATE TABLE teams (id bigint PRIMARY KEY, name text);
-- file: 0001_rows.sql
MERGE INTO plans USING (VALUES (1, 'free')) AS v (id, name) ON plans.id = v.id WHEN MATCHED THEN UPDATE SET name = v.name; -- expect: data-change-in-migration
--> statement-breakpoint
COPY teams FROM '/tmp/teams.csv'; -- the second label
--> statement-breakpoint
DELETE FROM users WHERE role = 'guest';
--> statement-breakpoint
-- Rows that are only read.
COPY users TO '/tmp/users.csv';
--> statement-breakpoint
COPY (SELECT id FROM users) TO '/tmp/ids.csv';
