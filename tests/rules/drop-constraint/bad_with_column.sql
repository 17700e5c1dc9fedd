-- One hazard, one finding: the column that goes takes the constraint along, and so does the table.
-- file: 0000_init.sql
CREATE TABLE teams (id uuid PRIMARY KEY);
CREATE TABLE users (id uuid PRIMARY KEY, email text UNIQUE, team_id uuid REFERENCES teams (id));
-- file: 0001_drop.sql
ALTER TABLE users DROP CONSTRAINT users_email_key;
ALTER TABLE users DROP COLUMN email; -- expect: drop-column
ALTER TABLE users DROP CONSTRAINT users_team_id_fkey;
DROP TABLE teams; -- expect: drop-table
