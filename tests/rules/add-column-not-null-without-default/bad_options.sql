-- The remedy keeps what the column says beside its NOT NULL.
-- file: 0000_init.sql
CREATE TABLE teams (id uuid PRIMARY KEY);
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_add.sql
ALTER TABLE users ADD COLUMN IF NOT EXISTS "fullName" varchar(40) COLLATE "C" NOT NULL; -- expect: add-column-not-null-without-default
ALTER TABLE users ADD COLUMN team_id uuid CONSTRAINT users_team_there NOT NULL REFERENCES teams (id) ON DELETE CASCADE; -- expect: add-column-not-null-without-default
-- A key takes no constant: the column alone is left.
ALTER TABLE users ADD COLUMN code text NOT NULL UNIQUE; -- expect: add-column-not-null-without-default, unique-constraint-builds-index
