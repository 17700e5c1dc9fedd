-- file: 0000_init.sql
CREATE ROLE app_rw;
CREATE FUNCTION wipe() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'SELECT 1';
CREATE FUNCTION label(n integer) RETURNS text LANGUAGE sql AS 'SELECT n::text';
CREATE FUNCTION total(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n';
REVOKE EXECUTE ON FUNCTION wipe(), label(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wipe(), total(integer) TO app_rw;
CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT 2 * n';
REVOKE ALL ON FUNCTION twice(integer) FROM PUBLIC;
-- file: 0001_silent.sql
-- Revoked and granted again.
DROP FUNCTION wipe();
CREATE FUNCTION wipe() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'SELECT 2';
REVOKE ALL ON FUNCTION wipe() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wipe() TO app_rw;
-- It keeps what was revoked.
CREATE OR REPLACE FUNCTION label(n integer) RETURNS text LANGUAGE sql AS 'SELECT n::text';
-- PUBLIC could call it before.
DROP FUNCTION total(integer);
CREATE FUNCTION total(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n + 1';
-- In a block whose quotes are doubled, what is in it is known and its text is not.
DROP FUNCTION twice(integer);
CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n + n';
DO 'BEGIN
  REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
  PERFORM ''done'';
END';
