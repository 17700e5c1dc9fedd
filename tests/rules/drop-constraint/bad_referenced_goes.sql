-- The foreign key has to go with the table that it refers to; that the table goes is the finding.
-- file: 0000_init.sql
CREATE SCHEMA other;
CREATE TABLE other.teams (id uuid PRIMARY KEY);
CREATE TABLE teams (id uuid PRIMARY KEY);
CREATE TABLE users (id uuid PRIMARY KEY, team_id uuid CONSTRAINT users_team REFERENCES teams (id));
CREATE TABLE posts (id uuid PRIMARY KEY, team_id uuid CONSTRAINT posts_team REFERENCES other.teams (id));
-- file: 0001_drop.sql
ALTER TABLE users DROP CONSTRAINT users_team;
-- The table of this one stays.
ALTER TABLE posts DROP CONSTRAINT posts_team; -- expect: drop-constraint
DROP TABLE teams; -- expect: drop-table
