-- file: 0000_init.sql
CREATE SCHEMA other;
CREATE TABLE users (id uuid PRIMARY KEY, age text, nick text);
CREATE TABLE posts (id uuid PRIMARY KEY);
CREATE TABLE notes AS SELECT id, nick FROM users;
CREATE TABLE tags (LIKE users);
-- file: 0001_again.sql
-- The column is added to a table of the same name in another schema.
CREATE TABLE IF NOT EXISTS posts (id uuid PRIMARY KEY, body text); -- expect: if-not-exists-hides-difference
CREATE TABLE other.posts (id uuid PRIMARY KEY);
ALTER TABLE other.posts ADD COLUMN body text;
-- Without IF NOT EXISTS nothing is hidden.
ALTER TABLE users ADD COLUMN body text;
-- Another type than the column has, and a column that another statement adds later.
CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY, age integer, more text); -- expect: if-not-exists-hides-difference
ALTER TABLE users ADD COLUMN more text;
ALTER TABLE users ADD COLUMN IF NOT EXISTS nick integer, ADD COLUMN IF NOT EXISTS age text; -- expect: if-not-exists-hides-difference
