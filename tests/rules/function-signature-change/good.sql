-- file: 0000_init.sql
CREATE FUNCTION slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)';
CREATE FUNCTION area(w int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT w';
CREATE FUNCTION area(w int, h int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT w * h';
CREATE FUNCTION clean(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT t';
CREATE FUNCTION code(c char) RETURNS text LANGUAGE sql AS 'SELECT c';
-- file: 0001_silent.sql
-- Another body.
CREATE OR REPLACE FUNCTION slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT upper(t)';
-- There are several on purpose.
CREATE OR REPLACE FUNCTION area(w int, h int, d int) RETURNS int LANGUAGE sql IMMUTABLE
  AS 'SELECT w * h * d';
-- The old one goes in the same batch.
CREATE OR REPLACE FUNCTION clean(t text, n int DEFAULT 1) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT t';
DROP FUNCTION clean(text);
-- New.
CREATE OR REPLACE FUNCTION fresh() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
-- An overload.
CREATE FUNCTION clean(n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT n';
-- The length of a parameter is none.
CREATE OR REPLACE FUNCTION code(c char(3)) RETURNS text LANGUAGE sql AS 'SELECT upper(c)';
