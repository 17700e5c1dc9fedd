-- file: 0000_init.sql
CREATE TABLE users (id int PRIMARY KEY, email text, name text);
CREATE TABLE sessions (id int PRIMARY KEY);
-- file: 0001_drop.sql
-- hoglint: allow drop-column nothing has read it since v2.3
ALTER TABLE users DROP COLUMN email;
-- The reason may follow a colon or a dash; several rules are separated by commas.
-- hoglint: allow drop-column, drop-table: both were moved to the archive
ALTER TABLE users DROP COLUMN name; DROP TABLE sessions; -- hoglint: allow drop-table - as above
