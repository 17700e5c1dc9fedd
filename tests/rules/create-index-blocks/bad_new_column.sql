-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_team.sql
ALTER TABLE users ADD COLUMN team_id uuid;
CREATE INDEX users_team ON users (team_id); -- expect: create-index-blocks
