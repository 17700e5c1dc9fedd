-- file: 0000_init.sql
CREATE SCHEMA other;
CREATE EXTENSION postgres_fdw;
CREATE TABLE users (id uuid PRIMARY KEY);
CREATE TABLE posts (id uuid PRIMARY KEY, user_id uuid REFERENCES users (id));
CREATE TABLE notes (id uuid PRIMARY KEY);
CREATE VIEW all_notes AS SELECT id FROM notes;
CREATE TABLE tags (id uuid PRIMARY KEY);
CREATE VIEW all_tags AS SELECT id FROM tags;
CREATE SERVER remote FOREIGN DATA WRAPPER postgres_fdw;
CREATE FOREIGN TABLE far (id int) SERVER remote;
CREATE FOREIGN TABLE further (id int) SERVER remote;
-- file: 0001_drop.sql
-- No row is lost that is another server's.
DROP FOREIGN TABLE far; -- expect: drop-table
DROP FOREIGN TABLE further; -- a label of the finding above
-- A table of the same name in another schema is not this one.
DROP TABLE posts; -- expect: drop-table
CREATE TABLE other.posts (id uuid PRIMARY KEY);
-- Made again, empty; what goes along is said, or nothing does.
DROP TABLE notes CASCADE; -- expect: drop-table
CREATE TABLE notes (id uuid PRIMARY KEY);
DROP TABLE users CASCADE; -- expect: drop-table
CREATE TABLE users (id uuid PRIMARY KEY);
-- The first of several lists what goes along.
DROP TABLE tags, other.posts CASCADE; -- expect: drop-table
