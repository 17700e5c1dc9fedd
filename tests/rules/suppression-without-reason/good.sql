-- file: 0000_init.sql
CREATE TABLE users (id int PRIMARY KEY, email text);
CREATE TABLE posts (id int PRIMARY KEY, body text);
CREATE TABLE sessions (id int PRIMARY KEY);
-- file: 0001_drop.sql
-- hoglint: allow drop-column nothing has read it since v2.3
ALTER TABLE users DROP COLUMN email;
-- The reason may follow a colon or a dash.
-- hoglint: allow drop-column: moved to the archive
ALTER TABLE posts DROP COLUMN body; DROP TABLE sessions; -- hoglint: allow drop-table - as above
