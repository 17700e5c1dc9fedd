-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_team.sql
ALTER TABLE users ADD COLUMN team_id uuid;
CREATE INDEX users_team ON users (team_id); -- expect: create-index-blocks
--> statement-breakpoint
-- It cannot have been built by hand before: the column is new.
CREATE UNIQUE INDEX IF NOT EXISTS users_id_team ON users (id, team_id); -- expect: create-index-blocks
