-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY, plan text);
CREATE TABLE posts (id uuid PRIMARY KEY, plan text);
-- file: 0001_silent.sql
-- A function that is made runs nothing.
ALTER TABLE users ADD COLUMN state text;
CREATE FUNCTION fill() RETURNS void LANGUAGE sql AS 'UPDATE users SET state = plan';
-- A row or two, named by their key.
UPDATE users SET state = 'x' WHERE id = '00000000-0000-0000-0000-000000000001';
