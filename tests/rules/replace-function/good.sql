-- file: 0000_init.sql
CREATE TABLE members (team uuid, who text);
CREATE FUNCTION team_size(team uuid) RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public AS 'SELECT 1::bigint';
CREATE FUNCTION leave(team uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS 'DELETE FROM members';
CREATE FUNCTION enter(team uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS 'SELECT 1';
CREATE FUNCTION count_all() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public AS 'SELECT 1::bigint';
CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n * 2';
CREATE FUNCTION label(n integer) RETURNS text LANGUAGE sql IMMUTABLE SECURITY DEFINER SET search_path = public AS 'SELECT n::text';
CREATE FUNCTION gone() RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = public AS 'SELECT 1';
-- file: 0001_before.sql
DROP FUNCTION gone();
ALTER FUNCTION count_all() SECURITY INVOKER;
-- file: 0002_silent.sql
-- It says it again.
CREATE OR REPLACE FUNCTION team_size(team uuid) RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public AS 'SELECT 2::bigint';
-- It says that it runs as its caller.
CREATE OR REPLACE FUNCTION leave(team uuid) RETURNS void LANGUAGE sql SECURITY INVOKER AS 'DELETE FROM members';
-- A later statement says it.
CREATE OR REPLACE FUNCTION enter(team uuid) RETURNS void LANGUAGE sql AS 'SELECT 2';
ALTER FUNCTION enter(uuid) SECURITY DEFINER SET search_path = public;
-- It had lost it before.
CREATE OR REPLACE FUNCTION count_all() RETURNS bigint LANGUAGE sql AS 'SELECT 2::bigint';
-- It never had it.
CREATE OR REPLACE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n + n';
-- It reads no table, whoever calls it.
CREATE OR REPLACE FUNCTION label(n integer) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''n: '' || n';
-- Nobody could call it any more: it is new.
CREATE FUNCTION gone() RETURNS integer LANGUAGE sql AS 'SELECT 2';
