-- What happens to a table of the same name in another schema says nothing of this one.
-- file: 0000_init.sql
CREATE SCHEMA other;
CREATE TABLE users (id uuid PRIMARY KEY, name text, nick text);
CREATE TABLE other.users (id uuid PRIMARY KEY);
CREATE TABLE old (id uuid PRIMARY KEY, name text);
CREATE TABLE people (id uuid PRIMARY KEY, mail text);
-- file: 0001_drop.sql
ALTER TABLE users DROP COLUMN name; -- expect: drop-column
DROP TABLE other.users; -- expect: drop-table
-- The table may stay.
ALTER TABLE old DROP COLUMN name; -- expect: drop-column
DO $$ BEGIN IF random() < 0.5 THEN DROP TABLE old; END IF; END $$; -- a label of the finding above
-- Renamed, it would be the same column: without the values, though.
ALTER TABLE people ADD COLUMN mail_address text;
ALTER TABLE people DROP COLUMN mail; -- expect: drop-column
