-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_silent.sql
-- It keeps a default.
ALTER TABLE users ADD COLUMN role text NOT NULL DEFAULT 'user';
ALTER TABLE users ALTER COLUMN role SET DEFAULT 'guest';
-- It may be NULL.
ALTER TABLE users ADD COLUMN team text DEFAULT 'none';
ALTER TABLE users ALTER COLUMN team DROP DEFAULT;
-- No deployed code inserts into a new table.
CREATE TABLE posts (id uuid PRIMARY KEY, body text NOT NULL DEFAULT '');
ALTER TABLE posts ALTER COLUMN body DROP DEFAULT;
