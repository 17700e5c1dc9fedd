-- file: 0000_init.sql
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE users (id integer PRIMARY KEY, name text, feeling mood);
CREATE FUNCTION slug(t text, max integer DEFAULT 40) RETURNS text LANGUAGE sql IMMUTABLE
  AS 'SELECT left(lower(t), max)';
CREATE FUNCTION page(size integer) RETURNS TABLE (id integer, name text) LANGUAGE sql STABLE
  AS 'SELECT id, name FROM users LIMIT size';
CREATE FUNCTION initial(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT left(t, 1)';
CREATE INDEX users_initial_idx ON users (initial(name));
CREATE PROCEDURE tidy(days integer) LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION everybody() RETURNS SETOF users LANGUAGE sql STABLE AS 'SELECT * FROM users';
-- file: 0001_replaced.sql
-- Calls may name a parameter: its name cannot change.
CREATE OR REPLACE FUNCTION slug(words text, max integer DEFAULT 40) RETURNS text -- expect: will-fail
  LANGUAGE sql IMMUTABLE AS 'SELECT left(lower(words), max)';
-- Calls may leave it out.
CREATE OR REPLACE FUNCTION slug(t text, max integer) RETURNS text -- expect: will-fail
  LANGUAGE sql IMMUTABLE AS 'SELECT left(lower(t), max)';
-- One column more is another type.
CREATE OR REPLACE FUNCTION page(size integer) RETURNS TABLE (id integer, name text, feeling mood) -- expect: will-fail
  LANGUAGE sql STABLE AS 'SELECT id, name, feeling FROM users LIMIT size';
-- An index calls it, so that it cannot be dropped by itself either.
CREATE OR REPLACE FUNCTION initial(word text) RETURNS text -- expect: will-fail
  LANGUAGE sql IMMUTABLE AS 'SELECT left(word, 1)';
CREATE OR REPLACE PROCEDURE tidy(age integer) LANGUAGE sql AS 'SELECT 1'; -- expect: will-fail
-- A function returns its rows.
DROP TABLE users; -- expect: drop-table, will-fail
