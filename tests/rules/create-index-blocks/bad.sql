-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, email text, team_id uuid);
-- file: 0001_indexes.sql
CREATE INDEX "users_team_idx" ON "users" USING btree ("team_id"); -- expect: create-index-blocks
CREATE UNIQUE INDEX users_email ON users (lower(email)) WHERE email IS NOT NULL; -- expect: create-index-blocks
-- A second index of the migration is a label of the first.
CREATE INDEX ON users (team_id, email);
-- It may be there already, built by hand.
CREATE INDEX IF NOT EXISTS users_id_team ON users (id, team_id); -- expect: create-index-blocks
