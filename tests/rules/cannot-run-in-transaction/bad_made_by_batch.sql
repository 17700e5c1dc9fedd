-- Nobody can run it before the deploy, which makes what it needs.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, mail text NOT NULL);
-- file: 0001_add.sql
ALTER TABLE users ADD COLUMN team_id uuid;
--> statement-breakpoint
CREATE INDEX CONCURRENTLY users_team ON users (team_id); -- expect: cannot-run-in-transaction
--> statement-breakpoint
CREATE TABLE teams (id uuid PRIMARY KEY, name text);
--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS teams_name ON teams (name); -- expect: cannot-run-in-transaction
