-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
-- file: 0001_silent.sql
-- The same batch has added the column.
ALTER TABLE users ADD COLUMN nick text;
ALTER TABLE users RENAME COLUMN nick TO handle;
-- The same batch has created the table.
CREATE TABLE draft (id int);
ALTER TABLE draft RENAME COLUMN id TO number;
-- The files begin at the beginning and never create it.
ALTER TABLE IF EXISTS never_created RENAME COLUMN a TO b;
