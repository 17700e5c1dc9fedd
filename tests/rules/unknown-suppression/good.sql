-- file: 0000_init.sql
CREATE TABLE users (id int PRIMARY KEY, email text, name text);
-- file: 0001_drop.sql
-- hoglint reads this file: a comment that only begins with its name is prose.
-- hoglint: allow-file drop-column the columns were never written
ALTER TABLE users DROP COLUMN email;
-- Comments for other tools are theirs.
-- eslint-disable-next-line
ALTER TABLE users DROP COLUMN name;
