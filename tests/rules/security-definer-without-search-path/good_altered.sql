-- file: 0000_init.sql
CREATE TABLE "members" ("team" uuid NOT NULL);
--> statement-breakpoint
CREATE FUNCTION "leave"("gone" uuid) RETURNS void LANGUAGE sql AS 'DELETE FROM members WHERE team = gone';
--> statement-breakpoint
CREATE FUNCTION "leave"("gone" text) RETURNS void LANGUAGE sql SET search_path = public AS 'SELECT leave(gone::uuid)';
--> statement-breakpoint
CREATE FUNCTION "join"("team" uuid) RETURNS void LANGUAGE sql SECURITY DEFINER AS 'INSERT INTO members VALUES (team)';
--> statement-breakpoint
CREATE FUNCTION "twice"("n" integer) RETURNS integer LANGUAGE sql RETURN n * 2;
--> statement-breakpoint
CREATE FUNCTION "size_of"("asked" uuid) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM members WHERE team = asked';
--> statement-breakpoint
ALTER FUNCTION "size_of"(uuid) SET search_path FROM CURRENT;
--> statement-breakpoint
CREATE FUNCTION "drop_all"() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'DELETE FROM public.members';
-- file: 0001_rights.sql
-- With a path in the same statement.
ALTER FUNCTION "leave"(uuid) SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp;
--> statement-breakpoint
-- The one with text has a path already.
ALTER FUNCTION "leave"(text) SECURITY DEFINER;
--> statement-breakpoint
-- So has this one, from an ALTER FUNCTION.
ALTER FUNCTION "size_of" SECURITY DEFINER;
--> statement-breakpoint
-- It was so before; this changes nothing.
ALTER FUNCTION "join"(uuid) SECURITY DEFINER;
--> statement-breakpoint
-- Its names were found when it was made.
ALTER FUNCTION "twice"(integer) SECURITY DEFINER;
--> statement-breakpoint
-- It no longer runs as its owner; SET SCHEMA with a string is the search_path.
ALTER FUNCTION "drop_all"() SECURITY INVOKER RESET ALL;
--> statement-breakpoint
ALTER FUNCTION "drop_all"() SECURITY DEFINER SET SCHEMA 'pg_catalog';
--> statement-breakpoint
-- Reset, and set anew by a later statement.
ALTER FUNCTION "size_of"(uuid) RESET ALL;
--> statement-breakpoint
ALTER FUNCTION "size_of"(uuid) SET search_path = '';
