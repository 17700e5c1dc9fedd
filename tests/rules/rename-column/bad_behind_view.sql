-- The view has the column by its new name only.
-- file: 0000_init.sql
CREATE TABLE users (id integer PRIMARY KEY, name text);
-- file: 0001_people.sql
ALTER TABLE users RENAME TO people;
ALTER TABLE people RENAME COLUMN name TO full_name; -- expect: rename-column
CREATE VIEW users AS SELECT * FROM people;
