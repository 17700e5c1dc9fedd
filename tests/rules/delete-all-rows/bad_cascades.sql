-- Rows that go along: of tables whose keys say ON DELETE CASCADE, and theirs.
-- file: 0000_init.sql
CREATE SCHEMA other;
CREATE TABLE users (id uuid PRIMARY KEY, boss uuid REFERENCES users (id) ON DELETE CASCADE);
CREATE TABLE posts (id uuid PRIMARY KEY, user_id uuid REFERENCES users (id) ON DELETE CASCADE, editor_id uuid REFERENCES users (id) ON DELETE CASCADE);
CREATE TABLE notes (id uuid PRIMARY KEY, user_id uuid REFERENCES users (id) ON DELETE SET NULL);
CREATE TABLE tags (id uuid PRIMARY KEY, post_id uuid REFERENCES posts (id) ON DELETE CASCADE);
CREATE TABLE teams (id uuid PRIMARY KEY);
CREATE VIEW everyone AS SELECT id FROM users;
-- file: 0001_empty.sql
DELETE FROM users; -- expect: delete-all-rows
-- A table of the same name goes, not this one.
CREATE TABLE other.teams (id uuid PRIMARY KEY);
DELETE FROM teams; -- expect: delete-all-rows
DROP TABLE other.teams;
