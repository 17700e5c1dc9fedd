-- file: 0000_init.sql
CREATE FUNCTION score(post integer) RETURNS integer LANGUAGE sql AS 'SELECT post';
CREATE FUNCTION search(words text, max integer DEFAULT 10) RETURNS TABLE (id integer, rank real) LANGUAGE sql AS 'SELECT 1, 1.0::real';
CREATE FUNCTION stats(OUT posts integer, OUT users integer) LANGUAGE sql AS 'SELECT 1, 2';
-- file: 0001_functions.sql
-- Another type of result, a new argument that may be left out, more columns.
DROP FUNCTION score(integer);
CREATE FUNCTION score(post integer, reader integer DEFAULT 0) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
DROP FUNCTION search(text, integer);
CREATE FUNCTION search(words text, max integer DEFAULT 20, page integer DEFAULT 0) RETURNS TABLE (id bigint, rank real, words text) LANGUAGE sql AS 'SELECT 1::bigint, 1.0::real, words';
-- Several of the name: which one is called is not known.
DROP FUNCTION stats;
CREATE FUNCTION stats(since date, OUT posts integer) LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION stats(OUT posts integer, OUT users integer) LANGUAGE sql AS 'SELECT 1, 2';
