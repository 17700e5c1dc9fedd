-- A function that comes back, and that deployed code cannot call as before.
-- file: 0000_init.sql
CREATE FUNCTION score(post integer) RETURNS integer LANGUAGE sql AS 'SELECT post';
CREATE FUNCTION search(words text, max integer DEFAULT 10) RETURNS TABLE (id integer, rank real) LANGUAGE sql AS 'SELECT 1, 1.0::real';
CREATE FUNCTION stats(OUT posts integer, OUT users integer) LANGUAGE sql AS 'SELECT 1, 2';
-- file: 0001_functions.sql
DROP FUNCTION score(integer); -- expect: drop-other
CREATE FUNCTION score(post integer, reader integer) RETURNS integer LANGUAGE sql AS 'SELECT post';
-- Whoever gave a limit.
DROP FUNCTION search(text, integer); -- expect: drop-other
CREATE FUNCTION search(words text) RETURNS TABLE (id integer, rank real) LANGUAGE sql AS 'SELECT 1, 1.0::real';
DROP FUNCTION stats; -- expect: drop-other
CREATE FUNCTION stats(OUT posts integer, OUT drafts integer) LANGUAGE sql AS 'SELECT 1, 2';
