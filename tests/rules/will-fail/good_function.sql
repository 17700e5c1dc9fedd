-- file: 0000_init.sql
CREATE TABLE users (id integer PRIMARY KEY, name text);
CREATE FUNCTION slug(text, max integer DEFAULT 40) RETURNS text LANGUAGE sql IMMUTABLE
  AS 'SELECT left(lower($1), max)';
CREATE FUNCTION page(size integer) RETURNS TABLE (id integer, name text) LANGUAGE sql STABLE
  AS 'SELECT id, name FROM users LIMIT size';
CREATE FUNCTION first_name(n text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT n';
-- file: 0001_replaced.sql
-- A parameter without a name gets one, another a default.
CREATE OR REPLACE FUNCTION slug(t text DEFAULT '', max integer DEFAULT 60) RETURNS text
  LANGUAGE sql IMMUTABLE AS 'SELECT left(lower(t), max)';
-- The old one is dropped first.
DROP FUNCTION page(integer);
CREATE OR REPLACE FUNCTION page(rows integer) RETURNS TABLE (id integer, name text, n bigint)
  LANGUAGE sql STABLE AS 'SELECT id, name, 1::bigint FROM users LIMIT rows';
-- A type that only the server knows may be the same one.
CREATE OR REPLACE FUNCTION first_name(n text) RETURNS users.name%TYPE LANGUAGE sql IMMUTABLE
  AS 'SELECT n';
