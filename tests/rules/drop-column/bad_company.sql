-- What PostgreSQL drops with the column, and columns that INSERT fills by itself.
-- file: 0000_init.sql
CREATE TABLE users (
  id integer GENERATED ALWAYS AS IDENTITY,
  email text NOT NULL CONSTRAINT users_email UNIQUE,
  nick text NOT NULL DEFAULT '',
  full_name text NOT NULL GENERATED ALWAYS AS (nick) STORED,
  age integer,
  CONSTRAINT users_age CHECK (age > 0),
  CONSTRAINT users_pk PRIMARY KEY (id)
);
CREATE INDEX users_age_idx ON users (age);
CREATE INDEX users_nick_idx ON users (lower(nick)) WHERE age > 1;
CREATE TABLE logs (id integer PRIMARY KEY, line text NOT NULL, size integer);
CREATE VIEW log_lines AS SELECT line FROM logs;
CREATE TYPE address AS (street text, city text);
-- file: 0001_drop.sql
ALTER TABLE users DROP COLUMN email; -- expect: drop-column
ALTER TABLE users DROP COLUMN full_name;
ALTER TABLE users DROP COLUMN nick;
ALTER TABLE users DROP COLUMN age;
-- The view goes as well.
ALTER TABLE logs DROP COLUMN line CASCADE; -- expect: drop-column
ALTER TABLE users DROP COLUMN id;
ALTER TYPE address DROP ATTRIBUTE city; -- expect: drop-column
