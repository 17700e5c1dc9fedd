-- file: 0000_init.sql
CREATE TABLE users (id integer PRIMARY KEY, name text);
CREATE TABLE teams (id integer PRIMARY KEY, name text);
-- file: 0001_people.sql
-- A view of the old name has the column as deployed code names it, whichever is renamed first.
ALTER TABLE users RENAME TO people;
ALTER TABLE people RENAME COLUMN name TO full_name;
CREATE VIEW users AS SELECT id, full_name AS name FROM people;
ALTER TABLE teams RENAME COLUMN name TO title;
ALTER TABLE teams RENAME TO groups;
CREATE VIEW teams (id, name) AS SELECT id, title FROM groups;
