-- What CASCADE takes along is told once, with the first table of the statement.
-- file: 0000_init.sql
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE posts (id uuid PRIMARY KEY, user_id uuid CONSTRAINT posts_user REFERENCES users (id));
CREATE VIEW user_ids AS SELECT id FROM users;
CREATE FUNCTION everybody() RETURNS SETOF users LANGUAGE sql STABLE AS 'SELECT * FROM users';
CREATE TABLE logs (id uuid PRIMARY KEY);
CREATE TABLE notes (id uuid PRIMARY KEY);
-- file: 0001_drop.sql
DROP TABLE users, logs CASCADE; -- expect: drop-table, drop-table
-- Nothing depends on it: told with logs.
DROP TABLE notes CASCADE;
