-- Functions and sequences that come back with other privileges.
-- file: 0000_init.sql
DO $$ BEGIN CREATE ROLE app_rw; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE reporting; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
CREATE FUNCTION wipe() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'SELECT 1';
CREATE FUNCTION label(n integer) RETURNS text LANGUAGE sql AS 'SELECT n::text';
CREATE FUNCTION total(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n';
CREATE SEQUENCE invoices;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wipe(), total(integer) TO app_rw, reporting;
GRANT USAGE ON SEQUENCE invoices TO app_rw;
-- What holds for one schema takes nothing from PUBLIC.
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
-- file: 0001_functions.sql
DROP FUNCTION wipe(); -- expect: drop-other
CREATE FUNCTION wipe() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'SELECT 2';
DROP FUNCTION label(integer); -- expect: drop-other
CREATE FUNCTION label(n bigint) RETURNS text LANGUAGE sql AS 'SELECT n::text';
-- Revoked again, granted to one of two.
DROP FUNCTION total(integer); -- expect: drop-other
CREATE FUNCTION total(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n + 1';
REVOKE ALL ON FUNCTION total(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION total(integer) TO app_rw;
DROP SEQUENCE invoices; -- expect: drop-other
CREATE SEQUENCE invoices START 1000;
